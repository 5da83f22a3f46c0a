import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { MoreSheet } from './more-sheet';
import { NavLink } from './nav-link';
import { aboutPlace, barPlaces, placesFor, restPlaces, type Role } from './places';
import { PlaceLinks } from './rail';

interface BottomBarProps {
  name: string;
  role: Role;
  /** What belongs to the person: switches and the way out. */
  me: ReactNode;
}

/** On small screens: today, contacts, log and search within reach of a thumb, and a sheet with the rest. */
export function BottomBar({ name, role, me }: BottomBarProps) {
  const t = useTranslations('frame');
  return (
    <div className="bar">
      <nav aria-label={t('bar')}>
        {placesFor(role, barPlaces).map(({ href, word }) => (
          <NavLink key={href} href={href}>
            {t(`places.${word}`)}
          </NavLink>
        ))}
      </nav>
      <MoreSheet
        word={t('more')}
        label={t('also')}
        places={[...restPlaces, aboutPlace].map(({ href }) => href)}
      >
        <PlaceLinks places={placesFor(role, restPlaces)} />
        <p className="more-who">{t('signed_in_as', { name })}</p>
        {me}
      </MoreSheet>
    </div>
  );
}
