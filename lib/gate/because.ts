import type { Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import type { Why } from './choice';
import type { Explained, ExplainedReason } from './explained';
import { fill, inline, type Part } from './parts';
import { blanksOf, valuesOf } from './values';
import { choose } from './wording';

/** Why it is refused, and nothing else: for whoever only reads. Null where what stands against it is the asker's own. */
export function tellWhy({ name, verdict, reasons }: Explained, reading: Reading): readonly Part[] | null {
  const told = reasons.find(({ reason }) => reason.code !== 'deaf' && reason.code !== 'listening_debt');
  if (!told) return null;
  const { why } = choose(told, verdict.purpose, verdict.at);
  const because = becauseOf(told, why, valuesOf(told, name, reading), reading);
  return fill(because, blanksOf(told, verdict.at), reading);
}

/** The sentence that says why, with their words where there are some. */
export function becauseOf(
  told: ExplainedReason,
  why: Why,
  values: ReturnType<typeof valuesOf>,
  { language }: Reading,
): string {
  const t = translate(language, 'gate');
  if ('found' in why) return t(`found.${why.found}`, values);
  return t(`said.${why.said}.${told.quote ? 'quoted' : 'plain'}`, { ...values, ...saidBy(told) });
}

// Somebody else's words are nobody else's; what one of us noted of a talk is ours.
function saidBy({ writtenBy, reason }: ExplainedReason) {
  if (!writtenBy || reason.cause === 'by_hand') return {};
  return { name: inline(writtenBy), speaker: inline(writtenBy) };
}
