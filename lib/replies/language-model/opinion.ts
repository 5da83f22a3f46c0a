import { z } from 'zod';
import { outcomes, type SuggestOutcome } from '../suggesting/outcome';

/** What a language model took a reply for. What it says is a stranger's word: `together` decides what becomes of it. */
export interface Opinion {
  /** Null where it could not tell. */
  readonly outcome: SuggestOutcome | null;
  /** Words that it names as theirs, unproven. */
  readonly quotes: readonly string[];
  /** Whether it took a no or a stop for everybody where they work. */
  readonly wholeOrganization: boolean;
  /** Of a not-now: `YYYY-MM-DD`, `YYYY-MM`, or empty. */
  readonly until: string;
  /** Of a wrong person: whom they name instead, or empty. */
  readonly referral: string;
}

/** What is asked for, as JSON Schema (draft 2020-12), in the part of it that servers hold an answer to. */
export const askedFor = {
  type: 'object',
  additionalProperties: false,
  required: ['outcome', 'quotes', 'whole_organization', 'until', 'referral'],
  properties: {
    outcome: { type: 'string', enum: [...outcomes, 'unclear'] },
    quotes: { type: 'array', items: { type: 'string' } },
    whole_organization: { type: 'boolean' },
    until: { type: 'string' },
    referral: { type: 'string' },
  },
} as const;

const answered = z.strictObject({
  outcome: z.enum([...outcomes, 'unclear']),
  quotes: z.array(z.string().max(4_000)).max(20),
  whole_organization: z.boolean(),
  until: z.string().max(40),
  referral: z.string().max(400),
});

// Of what a server wraps around it only this is read.
const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string() }),
        finish_reason: z.string().nullable().optional(),
      }),
    )
    .min(1),
});

/** Reads the answer of a server; null where it is anything but what was asked for. */
export function opinionIn(body: string): Opinion | null {
  const choice = completion.safeParse(jsonIn(body)).data?.choices[0];
  if (!choice || choice.finish_reason === 'length') return null;
  const read = answered.safeParse(jsonIn(bare(choice.message.content)));
  if (!read.success) return null;
  const { outcome, whole_organization: wholeOrganization, ...rest } = read.data;
  return { ...rest, wholeOrganization, outcome: outcome === 'unclear' ? null : outcome };
}

// Servers that hold no answer to a schema put a fence around it.
function bare(content: string): string {
  const text = content.trim();
  return text.startsWith('```') && text.endsWith('```')
    ? text.slice(text.indexOf('\n') + 1, -3).trim()
    : text;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
