import { z } from 'zod';
import type { Told } from './prose';

// Amazon SES tells by SNS, whose mails hold one JSON text: https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
const person = z.object({
  emailAddress: z.string(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
});
const schema = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: z.array(person),
    })
    .optional(),
  complaint: z.object({ complainedRecipients: z.array(person) }).optional(),
  mail: z.object({
    messageId: z.string().optional(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
    commonHeaders: z.object({ messageId: z.string().optional() }).optional(),
  }),
});

const envelope = z.object({ Type: z.string(), Message: z.string() });

/** A notification of Amazon SES, as far as it concerns one mail of ours. */
export interface Notification {
  readonly what: 'bounce' | 'complaint' | 'delivery' | 'other';
  readonly told: readonly Told[];
  /** As the header had it, in angle brackets or not. */
  readonly messageId: string | null;
}

/** Reads the body of a mail from Amazon SNS; null where it is none. */
export function notificationIn(text: string): Notification | null {
  const from = text.search(/\{\s*"/);
  if (from === -1 || from > 200) return null;
  const body = text.slice(from).split(/\n--\s*\n/, 1)[0] ?? '';
  // Mails on their way may have been broken within the one long line.
  const said = jsonIn(body) ?? jsonIn(body.replace(/!?\r?\n ?/g, ''));
  const inner = envelope.safeParse(said);
  const read = schema.safeParse(inner.success ? jsonIn(inner.data.Message) : said);
  if (!read.success) return null;
  const { notificationType, eventType, bounce, complaint, mail } = read.data;
  const what = (notificationType ?? eventType ?? '').toLowerCase();
  const people = bounce?.bouncedRecipients ?? complaint?.complainedRecipients ?? [];
  const kind = `${bounce?.bounceType ?? ''} ${bounce?.bounceSubType ?? ''}`;
  return {
    what: what === 'bounce' || what === 'complaint' || what === 'delivery' ? what : 'other',
    told: people.map(({ emailAddress, status, diagnosticCode }) => ({
      recipient: emailAddress.toLowerCase(),
      said: [diagnosticCode ?? '', /MailboxFull/.test(kind) ? 'mailbox full' : kind],
      status: status ?? null,
      around: '',
      stage: null,
    })),
    messageId:
      mail.commonHeaders?.messageId ??
      mail.headers?.find(({ name }) => /^message-id$/i.test(name))?.value ??
      mail.messageId ??
      null,
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, text.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}
