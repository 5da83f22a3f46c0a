import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'next-intl';
import type { Language } from './language';
import { en, type Messages } from './messages/en';
import { es } from './messages/es';

const catalogs: Record<Language, Messages> = { en, es };

/** All messages of one language. */
export function messagesIn(language: Language): Messages {
  return catalogs[language];
}

/**
 * Words outside a page (worker, command line, mail, wording of a refusal): `translate('en', 'time')('now')`.
 * A namespace may reach inside a file: `'channels.name'`.
 * Pages use `getTranslations` of next-intl instead.
 */
export function translate<const N extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  language: Language,
  namespace: N,
) {
  return createTranslator<Messages, N>({
    locale: language,
    messages: catalogs[language],
    namespace,
    timeZone: 'UTC',
  });
}
