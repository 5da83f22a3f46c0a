import { getCountries, isSupportedCountry } from 'libphonenumber-js';
import { nameKey } from './name-key';

/** ISO 639-1, as far as ICU has names for it. */
const languageCodes =
  `aa ab af am ar as az ba be bg bn bo br bs ca co cs cy da de dz el en eo es et eu fa fi fo fr fy ga gd gl
  gu ha he hi hr hu hy id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no or pa pl
  ps pt rm ro ru rw sc sd si sk sl so sq sr su sv sw ta te tg th ti tk tl tr tt ug uk ur uz vi wo xh yi yo zh zu`.split(
    /\s+/,
  );

/** Whether this is a language of ISO 639-1 in lower case. */
export function isLanguageCode(code: string): boolean {
  return languageCodes.includes(code);
}

/** Whether this is a country of ISO 3166-1 alpha-2 in upper case. */
export function isCountryCode(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && isSupportedCountry(code);
}

/** All languages or countries by their names in the reader's language, in its order. */
export function namesOf(kind: 'language' | 'region', inLanguage: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([inLanguage], { type: kind });
  const codes: readonly string[] = kind === 'language' ? languageCodes : getCountries();
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, inLanguage));
}

/**
 * The code of a language or country as a file says it: the code itself ("ES", "es-ES", "eng" is not), or its name in
 * English, Spanish, or the language itself. Null for what is none.
 */
export function readPlace(kind: 'language' | 'region', typed: string): string | null {
  const key = nameKey(typed);
  if (key === '') return null;
  const known = kind === 'language' ? languageNames() : countryNames();
  const short = kind === 'language' ? (key.split(' ')[0] ?? '') : key.toUpperCase();
  if (kind === 'language' ? isLanguageCode(short) && key.length <= 5 : isCountryCode(short)) return short;
  return known.get(key) ?? null;
}

const memory = new Map<string, ReadonlyMap<string, string>>();

function remembered(kind: string, make: () => Map<string, string>): ReadonlyMap<string, string> {
  const kept = memory.get(kind) ?? make();
  memory.set(kind, kept);
  return kept;
}

function languageNames() {
  return remembered('language', () => named('language', languageCodes, (code) => [code]));
}

const otherNames: Readonly<Record<string, string>> = {
  'united states of america': 'US',
  usa: 'US',
  eeuu: 'US',
  'ee uu': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  inglaterra: 'GB',
  holland: 'NL',
  holanda: 'NL',
  'czech republic': 'CZ',
  uae: 'AE',
  'south korea': 'KR',
};

function countryNames() {
  return remembered('region', () => {
    const names = named('region', getCountries(), () => []);
    for (const [name, code] of Object.entries(otherNames)) names.set(name, code);
    return names;
  });
}

function named(type: 'language' | 'region', codes: readonly string[], more: (code: string) => string[]) {
  const found = new Map<string, string>();
  for (const code of codes) {
    for (const locale of ['en', 'es', ...more(code)]) {
      const name = new Intl.DisplayNames([locale], { type, fallback: 'none' }).of(code);
      if (name) found.set(nameKey(name), code);
    }
  }
  return found;
}
