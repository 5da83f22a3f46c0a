import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { currentPreferences } from '@/lib/language/preferences';
import { BottomBar } from './bottom-bar';
import { Keyboard } from './keyboard';
import { KeysSheet } from './keys-sheet';
import type { Role } from './places';
import { More, Rail } from './rail';
import { SignOut } from './sign-out';
import { LanguageSwitch, ThemeSwitch } from './switches';

interface DeskProps {
  actor: { name: string; role: Role };
  children: ReactNode;
}

/** Where one works: the rail, the page, and on small screens the bar of four. */
export async function Desk({ actor: { name, role }, children }: DeskProps) {
  const [t, { theme, keys }] = await Promise.all([getTranslations('frame'), currentPreferences()]);
  const me = (
    <>
      <LanguageSwitch />
      <ThemeSwitch theme={theme} />
      <SignOut />
    </>
  );
  return (
    <>
      <a href="#page" className="skip">
        {t('skip')}
      </a>
      <div className="desk">
        <Rail {...{ name, role, me }} />
        <main id="page" tabIndex={-1} className="desk-main">
          {children}
        </main>
        <More {...{ name, role, me }} />
      </div>
      <BottomBar role={role} />
      <Keyboard on={keys === 'on'}>
        <KeysSheet keys={keys} />
      </Keyboard>
    </>
  );
}
