'use client';

import { type KeyboardEvent, type RefObject, useEffect, useReducer, useRef, useState } from 'react';
import { useKeptForm } from '@/components/gate/kept-form';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { noAnswer } from '@/lib/auth/answer';
import { logPasted } from '@/lib/replies/exchange/actions';
import type { ReadPaste } from '@/lib/replies/exchange/queries';
import { begun, edited, toLog, unanswered } from './edits';
import { ExchangeTurn } from './exchange-turn';
import { LeftOut } from './left-out';
import { placesIn } from './places-in';
import type { ExchangeWords } from './words';

interface ExchangeProps {
  read: ReadPaste;
  words: ExchangeWords;
  /** The word for going back to the field, with the text as it was pasted. */
  back: string;
  onBack: () => void;
  /** It should be logged, and nobody has said with whom it was. */
  onNobody: () => void;
}

/** A pasted exchange, turn by turn: looked at, corrected with the keyboard, and logged all at once. */
export function Exchange({ read, words, back, onBack, onNobody }: ExchangeProps) {
  const { contact, draft } = read;
  const places = placesIn(read, words);
  const [state, edit] = useReducer(edited, draft, () => begun(draft, places.first));
  const [current, setCurrent] = useState<number | null>(state.turns.find(({ here }) => !here)?.id ?? null);
  const [asked, setAsked] = useState(false);
  const { answer, pending, form } = useKeptForm(logPasted, noAnswer);
  const list = useRef<HTMLOListElement>(null);
  const shown = state.turns.filter(({ dropped }) => !dropped);
  const fresh = shown.filter(({ here }) => !here);
  const missing = asked ? unanswered(state) : null;
  useCurrent(
    list,
    fresh.findIndex(({ id }) => id === current),
    fresh.length,
  );
  const names = { we: words.we, they: contact?.given ?? words.they };

  const wayThrough = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (
      step === 0 ||
      !(event.target instanceof HTMLElement) ||
      event.target.matches('input, select, textarea')
    )
      return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const turn = event.target.closest('li');
    const here = rows.findIndex((row) => row.closest('li') === turn);
    const next = rows[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const problem = (id: number, at: number) => {
    if (missing?.id === id) return words[`missing_${missing.what}`];
    return answer.fields[String(at)] ?? null;
  };
  const log = (event: Parameters<typeof form.onSubmit>[0]) => {
    const open = unanswered(state);
    setAsked(true);
    if (!open && contact) return form.onSubmit(event);
    event.preventDefault();
    if (open) return focusOn(list.current, open.id, open.what);
    onNobody();
    document.getElementById('with-whom')?.focus();
  };
  return (
    <form {...form} onSubmit={log} noValidate>
      <p className="lede">
        {words.layouts.find(([layout]) => layout === draft.layout)?.[1]} {words.look}
      </p>
      <div className="exchange-all">
        <Select
          label={words.where_all}
          defaultValue={places.first(draft.channel)}
          onChange={({ target }) => edit({ do: 'where', where: target.value })}
        >
          {places.all.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        {draft.days && draft.turns.some(({ otherDay }) => otherDay !== null) && (
          <Select
            label={words.days}
            aside={words.guess}
            defaultValue={draft.days.order}
            onChange={() => edit({ do: 'other_days' })}
          >
            <option value="day_first">{words.day_first}</option>
            <option value="month_first">{words.month_first}</option>
          </Select>
        )}
      </div>
      {answer.error && <FormMessage kind="error">{answer.error}</FormMessage>}
      <ol ref={list} className="exchange" role="list" aria-label={words.title} onKeyDown={wayThrough}>
        {shown.map((turn, at) => (
          <ExchangeTurn
            key={turn.id}
            {...{ turn, names, words, edit }}
            at={at + 1}
            current={turn.id === current}
            missing={turn.here ? null : problem(turn.id, fresh.indexOf(turn))}
            places={places.all}
            onNear={setCurrent}
          />
        ))}
      </ol>
      <LeftOut {...{ state, edit, words }} />
      <input type="hidden" name="exchange" value={contact ? toLog(state, contact.id) : ''} />
      <div className="acts pt-6">
        {fresh.length > 0 && (
          <Button type="submit" variant="first" shortcut="mod+Enter" aria-busy={pending || undefined}>
            {pending ? words.working : words.submit}
          </Button>
        )}
        <Button variant="quiet" onClick={onBack}>
          {back}
        </Button>
        <span className="lede" role="status">
          {fresh.length === 0 ? words.all_here : `${words.to_log}: ${fresh.length}`}
          {fresh.length > 0 &&
            fresh.length < shown.length &&
            ` · ${words.here}: ${shown.length - fresh.length}`}
        </span>
      </div>
      <p className="hint pt-2">{words.keys}</p>
    </form>
  );
}

// After a turn is gone the keys go on from the one before it.
function useCurrent(list: RefObject<HTMLOListElement | null>, place: number, count: number) {
  const before = useRef({ place, count });
  useEffect(() => {
    const { place: was, count: were } = before.current;
    before.current = { place: place < 0 ? was : place, count };
    if (were <= count || list.current?.contains(document.activeElement)) return;
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-row]');
    rows?.[Math.max(was - 1, 0)]?.focus();
  }, [list, place, count]);
}

function focusOn(list: HTMLOListElement | null, id: number, what: 'side' | 'day' | 'outcome'): void {
  const turn = list?.querySelector(`[data-turn="${id}"]`);
  const controls = { side: '[data-row]', day: 'input[type=date]', outcome: 'select:last-of-type' };
  turn?.querySelector<HTMLElement>(controls[what])?.focus();
}
