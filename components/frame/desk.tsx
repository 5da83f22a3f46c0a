import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { systemClock } from '@/lib/clock/clock';
import { currentPreferences } from '@/lib/language/preferences';
import { BottomBar } from './bottom-bar';
import { Keyboard } from './keyboard';
import { KeysSheet } from './keys-sheet';
import { Live } from './live/live';
import { NavLink } from './nav-link';
import { aboutPlace, type Role } from './places';
import { Rail } from './rail';
import { SignOut } from './sign-out';
import { LanguageSwitch, ThemeSwitch } from './switches';

interface DeskProps {
  actor: { name: string; role: Role };
  children: ReactNode;
}

/** Where one works: the rail, the page, and on small screens a bar at the bottom. */
export async function Desk({ actor: { name, role }, children }: DeskProps) {
  const [t, { theme, keys }] = await Promise.all([getTranslations('frame'), currentPreferences()]);
  const me = (
    <>
      <LanguageSwitch />
      <ThemeSwitch theme={theme} />
      <div className="switch">
        <NavLink href={aboutPlace.href}>{t(`places.${aboutPlace.word}`)}</NavLink>
      </div>
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
      </div>
      <BottomBar {...{ name, role, me }} />
      <Live
        since={systemClock.now().getTime()}
        words={{ changed: t('live.changed'), show: t('live.show') }}
      />
      <Keyboard on={keys === 'on'} writes={role !== 'reader'} words={await paletteWords()}>
        <KeysSheet keys={keys} />
      </Keyboard>
    </>
  );
}

async function paletteWords() {
  const t = await getTranslations('frame.palette');
  return {
    ...{ label: t('label'), find: t('find'), whom: t('whom'), nothing: t('nothing') },
    ...{ person: t('person'), go: t('go'), people: t('people'), settings: t('settings') },
    ...{ organizations: t('organizations'), near: t('near'), said: t('said'), add: t('add') },
  };
}
