'use client';

import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { readExchange } from '@/lib/replies/exchange/actions';
import type { ReadPaste } from '@/lib/replies/exchange/queries';
import { Exchange } from './exchange';
import { WithWhom } from './with-whom';
import type { ExchangeWords } from './words';

interface LogDeskProps {
  /** With whom it was; null while that is not chosen. */
  contactId: string | null;
  words: ExchangeWords;
  /** The form for one message; or, with nobody chosen, ways to choose. */
  children: ReactNode;
}

/** One field takes a message or a whole exchange: what is pasted is read, and an exchange is shown turn by turn. */
export function LogDesk({ contactId, words, children }: LogDeskProps) {
  const [text, setText] = useState('');
  const [read, setRead] = useState<ReadPaste | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const [readings, setReadings] = useState(0);
  const [missing, setMissing] = useState(false);
  const latest = useRef(0);

  const take = async (pasted: string, whom: string | null, always: boolean) => {
    if (pasted.trim() === '') return;
    const mine = (latest.current += 1);
    setBusy(true);
    const found = await readExchange({ text: pasted, contactId: whom });
    if (mine !== latest.current) return;
    setBusy(false);
    setError('error' in found ? found.error : '');
    if ('error' in found) return;
    setText(pasted);
    if (always || found.draft.turns.length > 1 || found.draft.layout !== 'plain') {
      setRead(found);
      setMissing(false);
      setReadings(mine);
    }
  };
  // Whatever arrives from elsewhere at once is read; what is typed is not.
  const arrived = (event: FormEvent) => {
    const { target, nativeEvent } = event;
    const pasted = nativeEvent instanceof InputEvent && /^insertFrom(Paste|Drop)/.test(nativeEvent.inputType);
    if (pasted && target instanceof HTMLTextAreaElement && target.name === 'body')
      void take(target.value, contactId, contactId === null);
  };
  const again = () => {
    latest.current += 1;
    setRead(null);
  };
  return (
    <div onInput={arrived}>
      {error && <FormMessage kind="error">{error}</FormMessage>}
      {busy && (
        <p className="lede" role="status">
          {words.reading}
        </p>
      )}
      {read && (
        <>
          {contactId === null && (
            <WithWhom
              read={read}
              words={words}
              missing={missing}
              onChosen={(id) => void take(text, id, true)}
              onOther={() => setRead({ ...read, contact: null })}
            />
          )}
          <Exchange
            key={readings}
            read={read}
            words={words}
            back={contactId === null ? words.again : words.as_one}
            onBack={again}
            onNobody={() => setMissing(true)}
          />
        </>
      )}
      <div hidden={read !== null} className="log-paste">
        {contactId === null && (
          <form
            className="pb-2"
            onSubmit={(event) => {
              event.preventDefault();
              void take(String(new FormData(event.currentTarget).get('body') ?? ''), null, true);
            }}
          >
            <TextArea
              label={words.paste}
              hint={words.paste_hint}
              name="body"
              rows={4}
              placeholder=" "
              autoFocus
            />
            <div className="acts pt-4">
              <Button type="submit">{busy ? words.reading : words.read}</Button>
            </div>
          </form>
        )}
        {children}
      </div>
    </div>
  );
}
