import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Key } from '@/components/ui/key';
import type { Preferences } from '@/lib/language/preferences';
import { keyGroups, keymap } from './keymap';
import { KeysSwitch } from './switches';

/** What `?` opens: every key, and the switch that turns the single ones off. */
export function KeysSheet({ keys, children }: { keys: Preferences['keys']; children?: ReactNode }) {
  const t = useTranslations('frame.keys');
  return (
    <>
      <h2 id="keys-title" tabIndex={-1} className="outline-none">
        {t('title')}
      </h2>
      <div className="keys-groups">
        {keyGroups.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{t(`groups.${group}`)}</h3>
            <dl className="keys">
              {keymap
                .filter((mapped) => mapped.group === group)
                .map(({ key, word }) => (
                  <div key={key}>
                    <dt>{t(`map.${word}`)}</dt>
                    <dd>
                      <Key>{key === '1' ? '1 – 9' : key}</Key>
                      <span className="sr-only">{key}</span>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="hint">{t('single')}</p>
      <KeysSwitch keys={keys} />
      {children}
      <form method="dialog" className="keys-end">
        <button className="btn">{t('done')}</button>
      </form>
    </>
  );
}
