import type { Language } from './language';
import type { Messages as AllMessages } from './messages/en';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: AllMessages;
  }
}
