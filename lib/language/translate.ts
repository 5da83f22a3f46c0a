import { createTranslator } from 'next-intl';
import type { Language } from './language';
import { en, type Messages, type Namespace } from './messages/en';
import { es } from './messages/es';

const catalogs: Record<Language, Messages> = { en, es };

/** All messages of one language. */
export function messagesIn(language: Language): Messages {
  return catalogs[language];
}

/**
 * Words outside a page (worker, command line, mail, wording of a refusal): `translate('en', 'time')('now')`.
 * Pages use `getTranslations` of next-intl instead.
 */
export function translate<const N extends Namespace>(language: Language, namespace: N) {
  return createTranslator<Messages, N>({
    locale: language,
    messages: catalogs[language],
    namespace,
    timeZone: 'UTC',
  });
}
