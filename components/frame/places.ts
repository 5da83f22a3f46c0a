import type { Messages } from '@/lib/language/messages/en';
import { keyTo } from './keymap';

/** Who sees a place in the navigation. The page itself decides who may enter. */
export type Role = 'owner' | 'member' | 'reader';

export interface Place {
  href: string;
  word: keyof Messages['frame']['places'];
  /** Pressed anywhere outside a field. */
  shortcut?: string | undefined;
  roles?: readonly Role[];
}

const writers: readonly Role[] = ['owner', 'member'];

/** The first part of the rail. */
export const mainPlaces: readonly Place[] = [
  { href: '/today', word: 'today', shortcut: keyTo('/today') },
  { href: '/contacts', word: 'contacts', shortcut: keyTo('/contacts') },
  { href: '/organizations', word: 'organizations', shortcut: keyTo('/organizations') },
  { href: '/pitches', word: 'pitches' },
  { href: '/heard', word: 'heard' },
  { href: '/import', word: 'import', roles: writers },
  { href: '/gate-log', word: 'gate_log' },
  { href: '/numbers', word: 'numbers' },
];

/** What one does all day, from anywhere: it stands above the places. */
export const logPlace: Place = { href: '/log', word: 'log', shortcut: keyTo('/log'), roles: writers };

/** How the installation is set up. */
export const settingsPlaces: readonly Place[] = [
  { href: '/settings/policy', word: 'policy' },
  { href: '/settings/team', word: 'team' },
  { href: '/settings/mailboxes', word: 'mailboxes', roles: writers },
  { href: '/settings/language-model', word: 'language_model', roles: ['owner'] },
  { href: '/settings/templates', word: 'templates', roles: writers },
  { href: '/settings/tokens', word: 'tokens' },
  { href: '/settings/profile', word: 'profile' },
];

/** What this is and where its source can be had: beside what belongs to the person. */
export const aboutPlace: Place = { href: '/settings/about', word: 'about' };

/** What the bar of small screens has no room for. */
export const restPlaces: readonly Place[] = [
  ...mainPlaces.filter(({ href }) => href !== '/today' && href !== '/contacts'),
  ...settingsPlaces,
];

/** The bar of small screens. */
export const barPlaces: readonly Place[] = [
  { href: '/today', word: 'today' },
  { href: '/contacts', word: 'contacts' },
  { href: '/log', word: 'log_short', roles: writers },
  { href: '/contacts#search', word: 'search' },
];

/** The places of a list that a role sees. */
export function placesFor(role: Role, places: readonly Place[]): readonly Place[] {
  return places.filter(({ roles }) => !roles || roles.includes(role));
}
