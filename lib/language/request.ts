import { getRequestConfig } from 'next-intl/server';
import { isLanguage } from './language';
import { currentLanguage } from './preferences';
import { messagesIn } from './translate';

/** next-intl reads its language and words here; next.config.js names this file. */
export default getRequestConfig(async ({ locale }) => {
  const language = isLanguage(locale) ? locale : await currentLanguage();
  // Moments are formatted by moments.ts with the zone of the installation. UTC only keeps ICU dates the same on every host.
  return { locale: language, messages: messagesIn(language), timeZone: 'UTC' };
});
