import { getLocale, getTranslations } from 'next-intl/server';
import { Chip } from '@/components/ui/chip';
import type { ClosedBy } from '@/generated/prisma/client';
import type { StandingState } from '@/lib/contacts/standing-filter';
import type { Holder } from '@/lib/contacts/holder';
import { shortDayOf } from '@/lib/language/moments';
import { currentPolicy } from '@/lib/policy/queries';

interface StandingChipProps {
  state: StandingState;
  owes: boolean;
  /** Whose answer it is, where one is owed or it is our turn. */
  holder: Holder;
  closedBy: ClosedBy | null;
  restsUntil: Date | null;
  /** The day we promised something for, as its midnight in the installation's zone. */
  promisedFor?: Date | null;
  ended?: boolean;
  /** Their address is dead, and there is no other. */
  cameBack?: boolean;
  now: Date;
}

/** Where somebody stands, in a word or three. A rest ends at midnight of the installation, so its day is read there. */
export async function StandingChip({
  state,
  owes,
  holder,
  closedBy,
  restsUntil,
  promisedFor,
  ended,
  cameBack,
  now,
}: StandingChipProps) {
  const t = await getTranslations('standing');
  if (cameBack && (state === 'never_written' || state === 'open'))
    return <Chip kind="closed">{t('came_back')}</Chip>;
  switch (state) {
    case 'listen':
      return <Chip kind="listen">{t('listen')}</Chip>;
    case 'your_turn':
      if (promisedFor && !owes)
        return <Chip kind="owed">{t('promised_for', { day: await dayThere(promisedFor, now) })}</Chip>;
      return <OurTurn owes={owes} holder={holder} />;
    case 'their_turn':
      return <Chip kind="calm">{t('their_turn')}</Chip>;
    case 'resting':
      return (
        <Chip kind="rest">
          {restsUntil ? t('resting_until', { day: await dayThere(restsUntil, now) }) : t('resting')}
        </Chip>
      );
    case 'stopped':
      return <Chip kind="closed">{t(closedBy ?? 'stopped')}</Chip>;
    case 'never_written':
      return (
        <Chip kind="calm" icon="plus">
          {t('new')}
        </Chip>
      );
    case 'open':
      return (
        <Chip kind="calm" icon="check">
          {t(ended ? 'ended' : 'open')}
        </Chip>
      );
  }
}

// A colleague's conversation says so: two who answer the same question are one too many.
async function OurTurn({ owes, holder }: Pick<StandingChipProps, 'owes' | 'holder'>) {
  const t = await getTranslations('standing');
  const whose = typeof holder === 'string' ? holder : 'colleague';
  const name = typeof holder === 'string' ? '' : holder.colleague;
  return owes ? (
    <Chip kind={whose === 'me' ? 'owed' : 'calm'} icon="pencil">
      {t(`owes.${whose}`, { name })}
    </Chip>
  ) : (
    <Chip kind="calm" icon="pencil">
      {t(`turn.${whose}`, { name })}
    </Chip>
  );
}

async function dayThere(at: Date, now: Date): Promise<string> {
  const [language, { timeZone: zone }] = await Promise.all([getLocale(), currentPolicy()]);
  return shortDayOf(at, { language, zone, now });
}
