import { counted } from '@/lib/language/counted';
import type { Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import type { ExplainedReason } from './explained';
import { lookedAt } from './listening';
import { blank, inline, type Blanks } from './parts';
import { whereOf } from './warned';

/** The moments and the words that fill the blanks of a reason's sentences. */
export function blanksOf({ quote, saidAt, reason }: ExplainedReason, at: Date): Partial<Blanks> {
  return {
    day: saidAt ?? reason.since ?? at,
    ...(reason.until ? { until: reason.until } : {}),
    ...(quote ? { quote } : {}),
  };
}

/** The names and the numbers that a reason's sentences are made with. */
export function valuesOf(told: ExplainedReason, name: string, { language }: Reading) {
  const t = translate(language, 'gate.fallback');
  const { reason, pitch, organization, speaker, address, colleague } = told;
  const { people = 0, asked = 0 } = reason;
  return {
    ...blank,
    name: inline(name),
    pitch: inline(pitch ?? t('pitch')),
    organization: inline(organization ?? t('organization')),
    speaker: inline(speaker ?? t('speaker')),
    address: inline(address ?? t('address')),
    colleague: inline(colleague ?? t('colleague')),
    where: whereOf(lookedAt(reason), language),
    ...{
      people: counted(people, language).many,
      People: counted(people, language).Many,
      asked,
      manyAsked: counted(asked, language).many,
    },
    kind: reason.kind ?? 'address',
    ...counted(reason.unanswered ?? reason.count ?? 1, language),
  };
}
