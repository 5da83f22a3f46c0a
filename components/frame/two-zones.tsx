import { getLocale, getTranslations } from 'next-intl/server';
import type { Actor } from '@/lib/auth/actor';
import { hourOf, isoDay } from '@/lib/language/moments';
import { readingNow } from '@/lib/policy/queries';

/** Said once on a page that tells times of both: the reader's clock, and the installation's by which days are counted. */
export async function TwoZones({ actor }: { actor: Actor }) {
  const [t, there] = await Promise.all([getTranslations('time.zones'), getLocale().then(readingNow)]);
  const here = { ...there, zone: actor.timeZone };
  const same =
    hourOf(there.now, here) === hourOf(there.now, there) &&
    isoDay(there.now, here.zone) === isoDay(there.now, there.zone);
  if (same) return null;
  return <p className="hint pt-8">{t('both', { yours: named(here.zone), team: named(there.zone) })}</p>;
}

const named = (zone: string) => zone.replaceAll('_', ' ');
