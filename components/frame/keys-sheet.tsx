import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Key } from '@/components/ui/key';
import type { Preferences } from '@/lib/language/preferences';
import { KeysSwitch } from './switches';

const shown = ['g t', 'g c', 'l', '/', 'j', 'k', 'r', '1', 'Enter', 'mod+Enter', '?', 'Escape'] as const;
const words = {
  'g t': 'today',
  'g c': 'contacts',
  l: 'log',
  '/': 'search',
  j: 'next',
  k: 'previous',
  r: 'write',
  '1': 'outcome',
  Enter: 'nothing',
  'mod+Enter': 'send',
  '?': 'help',
  Escape: 'close',
} as const satisfies Record<(typeof shown)[number], string>;

/** What `?` opens: every key, and the switch that turns the single ones off. */
export function KeysSheet({ keys, children }: { keys: Preferences['keys']; children?: ReactNode }) {
  const t = useTranslations('frame.keys');
  return (
    <>
      <h2 id="keys-title">{t('title')}</h2>
      <dl className="keys">
        {shown.map((key) => (
          <div key={key}>
            <dt>{t(words[key])}</dt>
            <dd>
              <Key>{key === '1' ? '1 – 6' : key}</Key>
              <span className="sr-only">{key}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t('single')}</p>
      <KeysSwitch keys={keys} />
      {children}
      <form method="dialog" className="mt-4">
        <button className="btn">{t('done')}</button>
      </form>
    </>
  );
}
