import type { Explained, ExplainedReason } from '@/lib/gate/explained';
import { plainly } from '@/lib/gate/parts';
import { tell } from '@/lib/gate/told';
import type { Purpose, Reason, ReasonCode } from '@/lib/gate/verdict';
import type { Language } from '@/lib/language/language';

const at = new Date('2027-06-10T09:00:00Z');
const may3 = new Date('2027-05-03T08:55:00Z');

export type Facts = Omit<Partial<Reason>, 'code'> &
  Partial<
    Pick<
      ExplainedReason,
      'speaker' | 'writtenBy' | 'answersId' | 'organization' | 'pitch' | 'address' | 'colleague' | 'saidAt'
    >
  > & {
    readonly quote?: string;
  };

/** One reason of a verdict about Ana, with what is not said left empty. */
export function reasonOf(code: ReasonCode, facts: Facts = {}): ExplainedReason {
  const {
    quote,
    speaker = null,
    writtenBy = null,
    answersId = null,
    organization = null,
    pitch = null,
    address = null,
    colleague = null,
    saidAt = may3,
    ...rest
  } = facts;
  return {
    reason: { code, since: may3, until: null, message_id: null, ...rest },
    quote: quote ? { words: quote, language: 'en' } : null,
    ...{ saidAt, speaker, writtenBy, answersId, organization, pitch, address, colleague },
  };
}

export function explainedOf(reasons: readonly ExplainedReason[], purpose: Purpose = 'opening'): Explained {
  const verdict = {
    allowed: reasons.length === 0,
    purpose,
    at,
    reasons: reasons.map(({ reason }) => reason),
    warnings: [],
  };
  return {
    contactId: '0197a5e4-0000-7000-8000-000000000001',
    name: 'Ana',
    fullName: 'Ana Beltrán',
    verdict,
    reasons,
    thanked: null,
  };
}

export const readingIn = (language: Language) => ({ language, zone: 'Europe/Madrid', now: at });

/** What one may do instead, as one reads it. */
export function readNext(language: Language, reasons: readonly ExplainedReason[], purpose?: Purpose): string {
  const told = tell(explainedOf(reasons, purpose), readingIn(language));
  return told ? plainly(told.next, { language }) : '';
}

/** The refusal as one reads it, who may lift it after a slash. */
export function read(language: Language, reasons: readonly ExplainedReason[], purpose?: Purpose): string {
  const reading = readingIn(language);
  const told = tell(explainedOf(reasons, purpose), reading);
  if (!told) return '';
  const lift = told.lift ? ` / ${plainly(told.lift, reading)}` : '';
  return plainly(told.sentence, reading) + lift;
}

/** The refusal with their words and without; once if that makes no difference. */
export function readBoth(language: Language, reasons: readonly ExplainedReason[], purpose?: Purpose) {
  const quoted = read(language, reasons, purpose);
  const plain = read(
    language,
    reasons.map((reason) => ({ ...reason, quote: null })),
    purpose,
  );
  return quoted === plain ? quoted : [quoted, plain];
}
