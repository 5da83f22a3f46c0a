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
  'invitation_needed',
  'recently_ended',
  'colleague_in_conversation',
  'listening_debt',
  'deaf',
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

export const purposes = ['opening', 'follow_up', 'response', 'thanks'] as const;

export type Purpose = (typeof purposes)[number];

const channels = ['email', 'linkedin', 'x', 'phone', 'whatsapp', 'sms', 'in_person', 'other'] as const;

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
  /** The colleague who is in conversation. */
  user_id: z.uuid().optional(),
  /** A debt: of how many people a reply waits to be heard, and of how many a question waits for its answer. */
  people: z.number().int().optional(),
  asked: z.number().int().optional(),
  /** Where an answer would arrive unheard, and what is to be done there. */
  routes: z
    .array(z.object({ channel: z.enum(channels), to_do: z.enum(['mailbox', 'look']) }))
    .readonly()
    .optional(),
});

/** What is only said beside a message: a reason that does not refuse it, or that what it carries cannot be used. */
const warningSchema = reasonSchema.extend({ code: z.enum([...reasonCodes, 'not_usable']) });

export type Warning = Readonly<z.infer<typeof warningSchema>>;

export type Reason = Readonly<z.infer<typeof reasonSchema>>;

/** What `law.verdict` answers (prisma/law/070_verdict.sql), checked. An answer of another shape is no clearance. */
export const verdictSchema = z.object({
  allowed: z.boolean(),
  purpose: z.enum(purposes),
  reasons: z.array(reasonSchema).readonly(),
  warnings: z.array(warningSchema).readonly(),
  at: moment,
});

export type Verdict = Readonly<z.infer<typeof verdictSchema>>;
