import { useTranslations } from 'next-intl';
import { NavLink } from './nav-link';
import { barPlaces, placesFor, type Role } from './places';

/** Today, contacts, log, search: within reach of a thumb. */
export function BottomBar({ role }: { role: Role }) {
  const t = useTranslations('frame');
  return (
    <nav className="bar" aria-label={t('bar')}>
      {placesFor(role, barPlaces).map(({ href, word }) => (
        <NavLink key={href} href={href}>
          {t(`places.${word}`)}
        </NavLink>
      ))}
    </nav>
  );
}
