import { z } from 'zod';
import { emailSchema } from '@/lib/auth/email';
import { securities, type MailServer } from '@/lib/mail/account';
import { hostOf } from '@/lib/mail/address-rule';

const port = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, { error: 'mail_port_wrong' })
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, { error: 'mail_port_wrong' });

const host = z
  .string()
  .trim()
  .max(253, { error: 'mail_host_wrong' })
  .transform((typed, context) => {
    const read = hostOf(typed);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: typed === '' ? 'mail_host_missing' : 'mail_host_wrong' });
    return z.NEVER;
  });

const security = z.enum(securities);

/** `exchangers`: ask who takes the mail of the domain; `address`: begin again with another address. */
export const prepareSchema = z.strictObject({
  email: emailSchema,
  look: z.enum(['', 'exchangers', 'address']).default(''),
});

const accountSchema = {
  password: z.string().min(1, { error: 'password_missing' }).max(1_000, { error: 'password_long' }),
  login: z.string().trim().max(254, { error: 'mail_login_long' }),
  imapHost: host,
  imapPort: port,
  imapSecurity: security,
  // Without one, mail is read and none is sent.
  smtpHost: z.literal('').or(host),
  smtpPort: port,
  smtpSecurity: security,
  provider: z.string().max(60),
};

/** An address with its servers and its password, to be tried. */
export const connectSchema = z.strictObject({ email: emailSchema, ...accountSchema });

/** The same for a mailbox that is there. The password is asked for each time, so that nobody leads it elsewhere. */
export const changeSchema = z.strictObject({ id: z.uuid(), ...accountSchema });

/** An address, and who keeps its mailbox: for signing in there. */
export const signInSchema = z.strictObject({ email: emailSchema, provider: z.string().min(1).max(60) });

export const onMailboxSchema = z.strictObject({ id: z.uuid() });

export const sendersSchema = z.strictObject({
  id: z.uuid(),
  senders: z.enum(['ask', 'add', 'ignore'], { error: 'form_unknown' }),
});

export const backSchema = z.strictObject({ id: z.uuid(), wanted: z.enum(['yes', 'no']) });

export type TypedAccount = Omit<z.infer<typeof changeSchema>, 'id'>;

/** Both servers out of a form. */
export function serversOf(typed: TypedAccount): { imap: MailServer; smtp: MailServer | null } {
  const { imapHost, imapPort, imapSecurity, smtpHost, smtpPort, smtpSecurity } = typed;
  return {
    imap: { host: imapHost, port: imapPort, security: imapSecurity },
    smtp: smtpHost === '' ? null : { host: smtpHost, port: smtpPort, security: smtpSecurity },
  };
}

/**
 * A password as it is meant: those made for apps are shown in groups of four letters, and copied with the gaps (at
 * Google with spaces that do not break).
 */
export function meantPassword(typed: string): string {
  return /^\s*[a-z]{4}([\s-]?[a-z]{4}){3}\s*$/.test(typed) && /\s/.test(typed)
    ? typed.replace(/\s/g, '')
    : typed;
}

/** What stands in the fields for these servers. */
export function valuesOf(
  email: string,
  login: string,
  provider: string | null,
  { imap, smtp }: { imap: MailServer; smtp: MailServer | null },
): Record<string, string> {
  return {
    ...{ email, login, provider: provider ?? '' },
    ...{ imapHost: imap.host, imapPort: String(imap.port), imapSecurity: imap.security },
    ...{
      smtpHost: smtp?.host ?? '',
      smtpPort: String(smtp?.port ?? 465),
      smtpSecurity: smtp?.security ?? 'tls',
    },
  };
}
