import { z } from 'zod';

/** The reasons of the law, in its order: what lasts longest first. */
export const reasonCodes = [
  'opted_out',
  'suppressed',
  'not_their_address',
  'declined',
  'wrong_person',
  'resting',
  'unheard_reply',
  'response_owed',
  'awaiting_reply',
  'recently_ended',
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

export const purposes = ['opening', 'follow_up', 'response', 'thanks'] as const;

export type Purpose = (typeof purposes)[number];

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const reasonSchema = z.object({
  code: z.enum(reasonCodes),
  /** When it was recorded. */
  since: moment.nullable(),
  /** When it opens by itself; null when no date opens it. */
  until: moment.nullable(),
  /** The words it rests on. */
  message_id: z.uuid().nullable(),
  /** The row of the closer: a decline, an opt-out, a rest, a suppression. */
  id: z.uuid().optional(),
  scope: z.enum(['person', 'this_pitch', 'all_pitches', 'organization']).nullish(),
  cause: z.string().optional(),
  pitch_id: z.uuid().nullish(),
  /** Who said it, when it was somebody else of the organization. */
  contact_id: z.uuid().optional(),
  organization_id: z.uuid().nullish(),
  kind: z.enum(['address', 'domain']).optional(),
  state: z.enum(['held', 'shared', 'retired', 'elsewhere']).optional(),
  said_by: z.enum(['them', 'us']).optional(),
  named: z.boolean().optional(),
  needs_new_fact: z.boolean().optional(),
  count: z.number().int().optional(),
  unanswered: z.number().int().optional(),
});

export type Reason = Readonly<z.infer<typeof reasonSchema>>;

/** What `law.verdict` answers (prisma/law/070_verdict.sql), checked. An answer of another shape is no clearance. */
export const verdictSchema = z.object({
  allowed: z.boolean(),
  purpose: z.enum(purposes),
  reasons: z.array(reasonSchema).readonly(),
  at: moment,
});

export type Verdict = Readonly<z.infer<typeof verdictSchema>>;
