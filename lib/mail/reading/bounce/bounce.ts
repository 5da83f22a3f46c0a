import type { Bounce, Failure } from '../mail';
import type { ParsedMail } from '../mime/parsed-mail';
import { valueOf } from '../mime/header';
import { messageId } from '../mime/message-ids';
import { deliveriesIn } from './delivery-status';
import type { Delivery } from './delivery-status';
import { isBounce } from './is-bounce';
import { notificationIn } from './notification';
import { originalOf, returnedFrom } from './original';
import type { Original } from './original';
import { evidenceOf, stageIn, toldIn } from './prose';
import type { Told } from './prose';
import { reasonOf } from './reason-of';
import { isHard } from './reasons';
import { addressesIn } from './report-fields';
import { saysBounced } from './says-bounced';

const statusPart = /^(?:message\/(?:global-)?delivery-status|text\/(?:x-)?delivery-status)$/;

/** What a mail says of the delivery of ours: that it failed or waits, that it arrived, or nothing. */
export function deliveryOf(mail: ParsedMail): Bounce | 'delivered' | null {
  const notification = /amazon|aws|sns/i.test(mail.from?.address ?? '') ? notificationIn(mail.seen) : null;
  if (notification?.what === 'delivery') return 'delivered';
  if (notification?.what === 'bounce')
    return bounceFrom(notification.told, messageId(notification.messageId), false);
  const status = mail.parts.filter(({ type }) => statusPart.test(type)).map(({ text }) => text);
  const written = status.length > 0 ? status.join('\n\n') : mail.seen;
  const deliveries = /^[ \t]*(?:final-recipient|original-recipient|action):/im.test(written)
    ? deliveriesIn(written)
    : [];
  if (!isBounce(mail, { report: status.length > 0, deliveries: deliveries.length })) return null;
  const original = originalOf(mail);
  return deliveries.length > 0 ? reported(mail, deliveries, original) : told(mail, original);
}

function reported(
  mail: ParsedMail,
  deliveries: readonly Delivery[],
  original: Original,
): Bounce | 'delivered' {
  const failed = deliveries.filter(({ outcome }) => outcome === 'failed');
  const delayed = deliveries.filter(({ outcome }) => outcome === 'delayed');
  const concerned = failed.length > 0 ? failed : delayed;
  if (concerned.length === 0) return 'delivered';
  const others = inWords(mail, original);
  const all = concerned.map(({ recipient, status, said }, index) => {
    const known = recipient ?? others[index]?.recipient ?? original.to[0] ?? '';
    const words = others.find((one) => one.recipient === known)?.said ?? [];
    const around = concerned.length === 1 ? explanation(mail) : '';
    return {
      recipient: known,
      status,
      said: [...rejection(mail), said, ...words].filter((one) => one !== ''),
      around,
      stage: stageIn(said) ?? stageIn(around),
    };
  });
  return bounceFrom(all, original.messageId, failed.length === 0);
}

function told(mail: ParsedMail, original: Original): Bounce {
  const text = explanation(mail);
  const found = inWords(mail, original);
  const all = found.length > 0 ? found : [evidenceOf(original.to[0] ?? '', text, mail.subject)];
  return bounceFrom(all, original.messageId, saysBounced(mail.subject, text).delayed);
}

function inWords(mail: ParsedMail, original: Original): readonly Told[] {
  const ours = [mail.from?.address, ...mail.to.map(({ address }) => address), ...original.from];
  const passed = new Set(
    ours.flatMap((one) => (one ? [one] : [])).filter((one) => !original.to.includes(one)),
  );
  const named = addressesIn(valueOf(mail.header, 'x-failed-recipients') ?? '');
  const found = toldIn(explanation(mail), passed).filter(
    ({ recipient }) => !/^(?:mailer-daemon|postmaster)@/.test(recipient),
  );
  if (named.length > 0)
    return named.map(
      (recipient) =>
        found.find((one) => one.recipient === recipient) ??
        evidenceOf(recipient, explanation(mail), mail.subject),
    );
  const known = found.filter(({ recipient }) => original.to.includes(recipient));
  return known.length > 0 ? known : found;
}

// Dovecot's own reason, which its delivery report hides behind the sender's code.
function rejection({ seen }: ParsedMail): string[] {
  return /was automatically rejected:\s*([^\n]{3,200})/i.exec(seen.slice(0, 2_000))?.slice(1) ?? [];
}

function explanation(mail: ParsedMail): string {
  return mail.seen.slice(0, Math.min(returnedFrom(mail.seen), 20_000));
}

function bounceFrom(told: readonly Told[], originalMessageId: string | null, delayed: boolean): Bounce {
  const failures = told.map((one): Failure => {
    const reason = reasonOf(one);
    return { recipient: one.recipient, reason, hard: !delayed && isHard(reason) };
  });
  return {
    hard: failures.some(({ hard }) => hard),
    delayed,
    recipients: [...new Set(failures.flatMap(({ recipient }) => recipient || []))],
    reason: (failures.find(({ hard }) => hard) ?? failures[0])?.reason ?? 'other',
    originalMessageId,
    failures: failures.filter(({ recipient }) => recipient !== ''),
  };
}
