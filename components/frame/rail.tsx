import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Key } from '@/components/ui/key';
import { NavLink } from './nav-link';
import { logPlace, mainPlaces, placesFor, settingsPlaces, type Place, type Role } from './places';

/** The name of the product, as a way home. */
export function Brand({ href = '/today' }: { href?: string }) {
  return (
    <Link href={href} prefetch={false} className="brand" aria-label="Earshot">
      ear<i>shot</i>
    </Link>
  );
}

/** The navigation of the desk. `me` is what belongs to the person: switches and the way out. */
export function Rail({ name, role, me }: { name: string; role: Role; me: ReactNode }) {
  const t = useTranslations('frame');
  return (
    <header className="rail">
      <Brand />
      <nav aria-label={t('main')}>
        {placesFor(role, [logPlace]).map(({ href, word, shortcut }) => (
          <div key={href} className="rail-log">
            <NavLink href={href} shortcut={shortcut}>
              {t(`places.${word}`)}
            </NavLink>
          </div>
        ))}
        <PlaceLinks places={placesFor(role, mainPlaces)} />
      </nav>
      <div className="rail-foot">
        <button type="button" className="rail-find" data-opens="commands">
          {t('palette.open')}
          <Key>mod+k</Key>
        </button>
        <nav aria-label={t('also')}>
          <PlaceLinks places={placesFor(role, settingsPlaces)} />
        </nav>
        <details className="rail-me">
          <summary>
            {name}
            <Icon name="down" />
          </summary>
          {me}
        </details>
      </div>
    </header>
  );
}

/** Links to places, one under the other. */
export function PlaceLinks({ places }: { places: readonly Place[] }) {
  const t = useTranslations('frame.places');
  return (
    <div className="rail-links">
      {places.map(({ href, word, shortcut }) => (
        <NavLink key={href} href={href} shortcut={shortcut}>
          {t(word)}
        </NavLink>
      ))}
    </div>
  );
}
