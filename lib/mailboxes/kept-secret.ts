import { z } from 'zod';
import type { MailSecret } from '@/lib/mail/account';
import { mailFailed } from '@/lib/mail/fault';
import { oauthCodes, type OauthCode } from './oauth/services';

/** What is kept to sign in with: a password, or what a service gave for coming back. */
export type KeptSecret = MailSecret | OauthSecret;

/** What a service gave when somebody signed in there (RFC 6749). */
export interface OauthSecret {
  readonly kind: 'oauth';
  readonly service: OauthCode;
  readonly refresh: string;
  readonly access: string;
  /** Until when `access` is good, in milliseconds since 1970. */
  readonly until: number;
}

const kept: z.ZodType<KeptSecret> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), password: z.string() }),
  z.object({ kind: z.literal('xoauth2'), token: z.string() }),
  z.object({
    ...{ kind: z.literal('oauth'), service: z.enum(oauthCodes) },
    ...{ refresh: z.string(), access: z.string(), until: z.number() },
  }),
]);

/** What was sealed, read again. @throws EarshotError `mail_failed` `secret_locked` where it is no secret of ours */
export function secretIn(read: unknown): KeptSecret {
  const { data } = kept.safeParse(read);
  if (!data) throw mailFailed('secret_locked');
  return data;
}
