/** The languages Earshot speaks; each has a folder of messages. */
export const languages = ['en', 'es'] as const;

export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * Chooses the language of a page: what was saved wins, then the first language of the browser
 * (Accept-Language, RFC 9110 §12.5.4, by quality) that we speak, then English.
 */
export function pickLanguage(
  saved: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Language {
  return isLanguage(saved) ? saved : (wantedLanguage(acceptLanguage) ?? 'en');
}

/** The first language of an Accept-Language that we speak; null when it names none. */
export function wantedLanguage(acceptLanguage: string | null | undefined): Language | null {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((parameter) => parameter.trim())
        .find((parameter) => parameter.startsWith('q='));
      return { language: tag.split('-')[0], quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLanguage) ?? null;
}
