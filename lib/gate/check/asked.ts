import { z } from 'zod';
import { languages, type Language } from '@/lib/language/language';
import { handleChannels, readHandle, type Handle } from '../strangers/handle';

const channels = ['email', 'linkedin', 'x', 'phone', 'whatsapp', 'sms', 'in_person', 'other'] as const;

/** What a program asks, checked. */
export interface Asked {
  readonly whom: { readonly contactId: string } | Handle;
  /** Null: the one of the handle. */
  readonly channel: (typeof channels)[number] | null;
  readonly pitchId: string | null;
  readonly answersId: string | null;
  readonly newFact: boolean;
  readonly language: Language | null;
}

/** What is wrong with a field (null: with all of it), as a code; each has its sentence in the `check` messages. */
export interface Fault {
  readonly field: string | null;
  readonly code:
    | 'no_object'
    | 'unknown_field'
    | 'wrong_kind'
    | 'who_missing'
    | 'who_several'
    | 'channel_missing'
    | 'no_email'
    | 'no_linkedin'
    | 'no_x'
    | 'no_phone';
}

const id = z.uuid().nullish();
const typed = z.string().max(500).nullish();

const bodySchema = z.strictObject({
  ...{ contact_id: id, email: typed, linkedin: typed, x: typed, phone: typed },
  channel: z.enum(channels).nullish(),
  ...{ pitch_id: id, answers_id: id },
  new_fact: z.union([z.boolean(), z.string().max(500)]).nullish(),
  language: z.enum(languages).nullish(),
});

type Body = z.infer<typeof bodySchema>;

/** Reads the body of a check, or says everything that is wrong with it. */
export function readCheck(body: unknown): { ok: true; asked: Asked } | { ok: false; faults: Fault[] } {
  const read = bodySchema.safeParse(body);
  if (!read.success) return { ok: false, faults: read.error.issues.flatMap(faultsOf) };
  const { channel = null, pitch_id, answers_id, new_fact, language } = read.data;
  const whom = whomOf(read.data);
  if ('code' in whom) return { ok: false, faults: [whom] };
  if ('contactId' in whom && channel === null)
    return { ok: false, faults: [{ field: 'channel', code: 'channel_missing' }] };
  // The law takes whatever is not blank for news; whether it is any is for manners to say.
  const newFact = typeof new_fact === 'string' ? new_fact.trim() !== '' : new_fact === true;
  const ids = { pitchId: pitch_id ?? null, answersId: answers_id ?? null };
  return { ok: true, asked: { whom, channel, ...ids, newFact, language: language ?? null } };
}

function whomOf(body: Body): Asked['whom'] | Fault {
  const handles = handleChannels.flatMap((channel) => {
    const given = body[channel];
    return typeof given === 'string' ? [{ channel, given }] : [];
  });
  const [first] = handles;
  if (handles.length + (body.contact_id ? 1 : 0) > 1) return { field: null, code: 'who_several' };
  if (body.contact_id) return { contactId: body.contact_id };
  if (!first) return { field: null, code: 'who_missing' };
  const { channel, given } = first;
  return readHandle(channel, given) ?? { field: channel, code: `no_${channel}` };
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: key.slice(0, 100), code: 'unknown_field' }));
  const [field] = issue.path;
  return [
    field === undefined ? { field: null, code: 'no_object' } : { field: String(field), code: 'wrong_kind' },
  ];
}
