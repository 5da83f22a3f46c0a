import { useLocale, useTranslations } from 'next-intl';
import { savePreferences } from '@/lib/language/actions';
import { languages } from '@/lib/language/language';
import type { Preferences } from '@/lib/language/preferences';

const names = { en: 'English', es: 'Español' } as const;
const themes = ['light', 'dark', 'system'] as const;

/** Light, dark, or what the device says. A form, so it works without a script. */
export function ThemeSwitch({ theme }: { theme: Preferences['theme'] }) {
  const t = useTranslations('frame.theme');
  return (
    <form action={savePreferences}>
      <div className="switch" role="group" aria-label={t('label')}>
        {themes.map((each) => (
          <button key={each} name="theme" value={each} aria-pressed={each === theme}>
            {t(each)}
          </button>
        ))}
      </div>
    </form>
  );
}

/** Each language is named in itself. */
export function LanguageSwitch() {
  const t = useTranslations('frame');
  const current = useLocale();
  return (
    <form action={savePreferences}>
      <div className="switch" role="group" aria-label={t('language')}>
        {languages.map((each) => (
          <button key={each} name="language" value={each} lang={each} aria-pressed={each === current}>
            {names[each]}
          </button>
        ))}
      </div>
    </form>
  );
}

/** Turns keys pressed on their own off and on (WCAG 2.1.4). */
export function KeysSwitch({ keys }: { keys: Preferences['keys'] }) {
  const t = useTranslations('frame.keys');
  return (
    <form action={savePreferences}>
      <div className="switch" role="group" aria-label={t('title')}>
        {(['on', 'off'] as const).map((each) => (
          <button key={each} name="keys" value={each} aria-pressed={each === keys}>
            {t(each)}
          </button>
        ))}
      </div>
    </form>
  );
}
