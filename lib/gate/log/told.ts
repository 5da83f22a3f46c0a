import { en } from '@/lib/language/messages/en';
import { dayOf, type Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import type { LogRow } from './queries';

/** What happened, in one sentence. */
export function toldOf({ verb, codes }: Pick<LogRow, 'verb' | 'codes'>, reading: Reading): string {
  const t = translate(reading.language, 'gate_log');
  const reasons = (codes.reasons ?? []).map((code) => t(`reasons.${code}`));
  const told = t(`was.${verb}`, {
    purpose: codes.purpose ?? 'message',
    reasons: reasons.join(', ') || t('reasons.unknown'),
    scope: codes.scope ?? 'person',
    cause: codes.cause ?? 'other',
    by: codes.said_by ?? 'them',
    day: codes.until ? dayOf(codes.until, reading) : '',
  });
  const changed = (codes.changed ?? []).filter(isPolicy).map((name) => t(`policy.${name}`));
  return changed.length > 0 ? `${told} ${t('changed', { what: changed.join(', ') })}` : told;
}

type PolicyName = keyof (typeof en)['gate_log']['policy'];

function isPolicy(name: string): name is PolicyName {
  return Object.hasOwn(en.gate_log.policy, name);
}
