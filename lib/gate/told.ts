import { dayOf, type Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import { becauseOf } from './because';
import type { Explained, ExplainedReason } from './explained';
import { insteadOf, type NextAct } from './next-act';
import { blank, fill, inline, together, type Part } from './parts';
import { tellThanked } from './thanked';
import { blanksOf, valuesOf } from './values';
import { whereOf } from './warned';
import { choose } from './wording';

/** A refusal in words. */
export interface Told {
  /** What cannot be done, why, and what opens it; the other reasons behind a short "And …". */
  readonly sentence: readonly Part[];
  /** The told reason in a few words, for a button beside the sentence. */
  readonly short: string;
  /** What opens it, of that sentence. */
  readonly opens: readonly Part[];
  /** Who else may lift it; null when nobody has to. */
  readonly lift: readonly Part[] | null;
  /** The first lawful thing to do instead, as a sentence. */
  readonly next: readonly Part[];
}

/**
 * Puts a refused verdict into words: the reason that lasts longest is told, the others are named. To an owner (`owns`) it
 * says what they can do themselves.
 */
export function tell(explained: Explained, reading: Reading, { owns = false } = {}): Told | null {
  const { name, verdict, reasons, thanked } = explained;
  const [told, ...others] = reasons;
  if (!told) return null;
  const t = translate(reading.language, 'gate');
  const { head, why, opens, lift } = choose(told, verdict.purpose, verdict.at);
  const blanks = blanksOf(told, verdict.at);
  const values = valuesOf(told, name, reading);
  const because = becauseOf(told, why, values, reading);
  const filled = (sentence: string) => fill(sentence, blanks, reading);
  const answer = others.find((other) => answers(other, told));
  const opened = filled(
    answer?.saidAt
      ? t('opens.heard_answered', { ...values, answered: dayOf(answer.saidAt, reading) })
      : t(`opens.${opens}`, values),
  );
  return {
    sentence: together(
      thanked ? tellThanked(thanked, name, reading) : [],
      filled(t(`head.${head}`, values)),
      filled(because),
      opened,
      also(
        told,
        others.filter((other) => other !== answer),
        name,
        reading,
      ),
    ),
    short: t('short', { why: t(alsoKey(told), values) }),
    opens: opened,
    lift: lift ? filled(t(`${owns ? 'lift_yours' : 'lift'}.${lift}`, values)) : null,
    next: tellNext(insteadOf(explained)[0], name, reading),
  };
}

// Nobody has noted what they said, and the message of ours that waits is the answer to it.
function answers({ reason, answersId }: ExplainedReason, { reason: heard }: ExplainedReason): boolean {
  return (
    reason.code === 'awaiting_reply' &&
    heard.code === 'unheard_reply' &&
    answersId !== null &&
    answersId === heard.message_id
  );
}

/** One lawful next act in a few words: "wait until 3 May". */
function tellAct(next: NextAct, name: string, reading: Reading): Part[] {
  const t = translate(reading.language, 'gate');
  const who = 'from' in next && next.from ? next.from : name;
  const blanks = next.act === 'wait_until' ? { until: next.until } : {};
  const where = next.act === 'look' ? whereOf(next.channels, reading.language) : '';
  const told = { name: inline(who), until: blank.until, where };
  return fill(t(`act.${next.act}`, told), blanks, reading);
}

function tellNext(next: NextAct | undefined, name: string, reading: Reading): Part[] {
  if (!next) return [];
  const [before = '', after = ''] = translate(reading.language, 'gate')('next', { act: '|' }).split('|');
  const [first, ...rest] = tellAct(next, name, reading);
  const lower =
    first && 'text' in first ? { text: first.text.charAt(0).toLowerCase() + first.text.slice(1) } : first;
  return [{ text: before }, ...(lower ? [lower] : []), ...rest, { text: after }];
}

// Never two reasons in one breath where one would do: the others are only named, each kind once.
function also(
  told: ExplainedReason,
  others: readonly ExplainedReason[],
  name: string,
  reading: Reading,
): Part[] {
  const t = translate(reading.language, 'gate');
  const first = t(alsoKey(told), valuesOf(told, name, reading));
  const named = others.map((other) => t(alsoKey(other), valuesOf(other, name, reading)));
  const each = [...new Set(named)].filter((phrase) => phrase !== first);
  if (each.length === 0) return [];
  const list = new Intl.ListFormat(reading.language === 'es' ? 'es' : 'en-GB').format(each);
  return [{ text: t('also.frame', { list }) }];
}

function alsoKey({ reason: { code, said_by }, speaker }: ExplainedReason) {
  if (code === 'declined' && speaker) return 'also.declined_for_all' as const;
  if (code === 'resting' && said_by === 'us') return 'also.our_rest' as const;
  return `also.${code}` as const;
}
