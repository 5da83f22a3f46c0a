import { isTimeZone } from '@/lib/auth/zone';
import { metHows, type MetHow } from '@/lib/contacts/contact-form';
import { guessGivenName } from '@/lib/contacts/given-name';
import { nameKey } from '@/lib/contacts/name-key';
import { readPlace } from '@/lib/contacts/places';
import type { Said } from './cell-values';

/** What a row may fill in where nothing stands yet. */
export interface Fillings {
  readonly given_name: string | null;
  readonly position: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly time_zone: string | null;
  readonly met_where: string | null;
  readonly introducer_name: string | null;
  readonly source_of_address: string | null;
  readonly note: string | null;
}

/** A line of text, at most so long; null for nothing. */
export const within = (text: string, most: number) =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, most) || null;

/** What a row says besides name, addresses and organization. */
export function fillingsIn(said: Said, name: string): Fillings {
  const zone = said('time_zone');
  const met = said('met_how');
  return {
    given_name: within(said('given_name'), 100) ?? guessGivenName(name),
    position: within(said('position'), 200),
    language: readPlace('language', said('language')),
    country: readPlace('region', said('country')),
    time_zone: isTimeZone(zone) ? zone : null,
    // What is not one of our words is kept as it was said, and claims nothing.
    met_where: within(said('met_where') || (metHowIn(met) === 'unknown' ? met : ''), 200),
    introducer_name: within(said('introducer'), 200),
    source_of_address: within(said('source'), 300),
    note: said('note').replace(/\r\n?/g, '\n').trim().slice(0, 5000) || null,
  };
}

const metWords: Readonly<Record<MetHow, string>> = {
  unknown: 'unknown|desconocido|no se sabe',
  in_person: 'in person|met in person|face to face|en persona|cara a cara',
  event: 'event|at an event|conference|fair|evento|en un evento|congreso|feria',
  introduced: 'introduced|introduction|intro|referral|presentado|presentada|presentacion|nos presentaron',
  wrote_first: 'wrote first|they wrote|they wrote first|inbound|escribio primero|nos escribio',
  found: 'found|found online|search|research|encontrado|encontrada|busqueda|por internet',
};

/** How we met, in one of our words; whatever else stands there claims nothing. */
export function metHowIn(typed: string): MetHow {
  const key = nameKey(typed);
  return metHows.find((how) => key !== '' && metWords[how].split('|').includes(key)) ?? 'unknown';
}
