import type { Language } from '../language';

/** A day in words, with its year: "22 February 2027"; `weekday` puts that before it. */
export function sayDay(iso: string, language: Language, { weekday = false } = {}): string {
  return new Intl.DateTimeFormat(language === 'es' ? 'es-ES' : 'en-GB', {
    timeZone: 'UTC',
    dateStyle: weekday ? 'full' : 'long',
  }).format(new Date(`${iso}T12:00:00Z`));
}
