import { z } from 'zod';
import { zoneSchema } from '@/lib/auth/zone';

/** How many further messages without an answer the team allows itself. */
const followUps = z.coerce.number().int().min(0).max(2);

/** What meets a pitch to somebody who never said a word, and whom nobody met by a way that invites it. */
export const invitations = ['off', 'warn', 'block'] as const;

/** What a team may decide for itself. Everything else in the law is the same for everybody. */
export const policySchema = z.strictObject({
  /** IANA name: named dates open at 00:00 there. */
  timeZone: zoneSchema,
  followUpsNeverAnswered: followUps,
  followUpsInConversation: followUps,
  invitationNeeded: z.enum(invitations),
});

export type Policy = Readonly<z.infer<typeof policySchema>>;

/** As it is before anybody decided anything. */
export const defaultPolicy: Policy = {
  timeZone: 'UTC',
  followUpsNeverAnswered: 0,
  followUpsInConversation: 0,
  invitationNeeded: 'warn',
};

/** The names of the columns in which two policies differ. */
export function changedIn(before: Policy, after: Policy): (keyof Policy)[] {
  return policySchema.keyof().options.filter((name) => before[name] !== after[name]);
}
