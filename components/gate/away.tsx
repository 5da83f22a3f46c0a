import { getTranslations } from 'next-intl/server';
import type { Actor } from '@/lib/auth/actor';
import { dayOf, type Reading } from '@/lib/language/moments';
import { awayUntil } from '@/lib/threads/mails/queries';

interface AwayProps {
  actor: Actor;
  contactId: string;
  reading: Reading;
}

/** Beside the standing, while somebody is away: the day their automatic reply names. It closes and opens nothing. */
export async function Away({ actor, contactId, reading }: AwayProps) {
  const day = await awayUntil(actor, contactId);
  if (!day) return null;
  const t = await getTranslations('gate');
  const said = dayOf(new Date(`${day}T00:00:00Z`), { ...reading, zone: 'UTC' });
  return (
    <p className="text-soft pt-1 text-[15px]">
      {t.rich('away', { day: said, time: (words) => <time dateTime={day}>{words}</time> })}
    </p>
  );
}
