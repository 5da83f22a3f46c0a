import type { ReactNode } from 'react';
import { currentPreferences } from '@/lib/language/preferences';
import { Brand } from './rail';
import { LanguageSwitch, ThemeSwitch } from './switches';

/** Pages for somebody who is not signed in: setting up, signing in, joining, and what cannot be found. */
export async function Door({ children }: { children: ReactNode }) {
  const { theme } = await currentPreferences();
  return (
    <div className="door">
      <header>
        <Brand href="/" />
      </header>
      <main id="page">{children}</main>
      <footer className="door-foot">
        <LanguageSwitch />
        <ThemeSwitch theme={theme} />
      </footer>
    </div>
  );
}
