import { useTranslations } from 'next-intl';
import { Chip, type StateKind } from '@/components/ui/chip';
import type { IconName } from '@/components/ui/icon';
import { Row } from '@/components/ui/rows';
import { Said } from '@/components/ui/said';
import { standingReasons, type Change } from '@/lib/gate/simulation/openness';
import type { Touched } from '@/lib/gate/simulation/simulation';
import type { Reason } from '@/lib/gate/verdict';
import { dayOf, type Reading } from '@/lib/language/moments';

const chips: Record<Change, { kind: StateKind; icon?: IconName }> = {
  closes: { kind: 'closed' },
  opens: { kind: 'calm', icon: 'done' },
  later: { kind: 'rest' },
  no_longer: { kind: 'closed' },
};

interface TouchedRowProps {
  touched: Touched;
  /** Missing when they were taken out of the list meanwhile. */
  who: { name: string; givenName: string | null; organization: { name: string } | null } | undefined;
  reading: Reading;
}

/** Somebody whom a policy would close or open: what stands in the way before, and after. */
export function TouchedRow({ touched, who, reading }: TouchedRowProps) {
  const t = useTranslations('policy.looked');
  const also = useTranslations('gate.also');
  if (!who) return null;
  const { contactId, wish, change, before, after } = touched;
  const told = { name: who.givenName ?? who.name, organization: who.organization?.name ?? '' };
  const inWords = (reasons: readonly Reason[]) => {
    const left = standingReasons(reasons);
    const lasting = left.find(({ until }) => until === null);
    if (lasting) return also(lasting.code, told);
    const days = left.flatMap(({ until }) => (until ? [until.getTime()] : []));
    if (days.length === 0) return t(`free.${wish}`);
    return t(`from.${wish}`, { day: dayOf(new Date(Math.max(...days)), reading) });
  };
  return (
    <Row
      name={who.name}
      href={`/contacts/${contactId}`}
      where={who.organization?.name}
      said={<Said by="us">{t('why', { before: inWords(before), after: inWords(after) })}</Said>}
      state={<Chip {...chips[change]}>{t(`chips.${wish}.${change}`)}</Chip>}
    />
  );
}
