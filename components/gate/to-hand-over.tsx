import { useTranslations } from 'next-intl';
import { mayOwn, type Actor } from '@/lib/auth/actor';
import type { NextAct } from '@/lib/gate/next-act';

/** Where a colleague would have to be asked to hand it over, an owner does it: to the fold below (lifting.tsx). */
export function ToHandOver({ actor, acts }: { actor: Actor; acts: readonly NextAct[] }) {
  const t = useTranslations('lifting.hand_over');
  if (!mayOwn(actor) || !acts.some(({ act }) => act === 'ask_colleague')) return null;
  return (
    // Not Next's link: the fold opens on the browser's own event.
    <a href="#hand-over" className="btn" data-variant="plain">
      {t('caption')}
    </a>
  );
}
