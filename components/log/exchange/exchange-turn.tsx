import { type Dispatch, type FocusEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { kindOf } from '@/lib/threads/log';
import type { Edit, EditedTurn } from './edits';
import type { ExchangeWords } from './words';

export interface Place {
  readonly value: string;
  readonly label: string;
}

interface ExchangeTurnProps {
  turn: EditedTurn;
  /** Its number, from 1. */
  at: number;
  /** The one the keys act on. */
  current: boolean;
  /** What somebody still has to say about it. */
  missing: string | null;
  names: { readonly we: string; readonly they: string };
  places: readonly Place[];
  words: ExchangeWords;
  edit: Dispatch<Edit>;
  onNear: (id: number) => void;
}

/** One turn, with what is guessed about it in reach: whose, where, what, when. */
export function ExchangeTurn({
  turn,
  at,
  current,
  missing,
  names,
  places,
  words,
  edit,
  onNear,
}: ExchangeTurnProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  const { id, side, guessed, kind } = turn;
  const near = (event: FocusEvent) => event.currentTarget.contains(event.target) && onNear(id);
  const by = side === 'unknown' ? undefined : side === 'ours' ? 'us' : 'them';
  if (turn.here)
    return (
      <li className="exchange-turn" data-by={by} data-here>
        <p className="exchange-text">{turn.text}</p>
        <p className="turn-meta">
          <Icon name="check" /> {words.here} · {by === 'us' ? names.we : names.they} ·{' '}
          {turn.day && dayShown(turn.day)} {turn.hour}
        </p>
      </li>
    );
  const label = (what: string) => `${words.turn} ${at}: ${what}`;
  const whose = side === 'unknown' ? words.whose : side === 'ours' ? names.we : names.they;
  const doubts = [
    guessed.side && words.guessed_side,
    guessed.day && (turn.dayAbove ? words.guessed_day_above : words.guessed_day),
  ]
    .filter(Boolean)
    .join(', ');
  const flip = () => edit({ do: 'side', id, side: side === 'ours' ? 'theirs' : 'ours' });
  const key = (one: string) => (current ? { shortcut: one } : {});
  return (
    <li
      className="exchange-turn"
      data-by={by}
      data-turn={id}
      data-current={current || undefined}
      onFocus={near}
    >
      <div className="exchange-controls">
        <button
          type="button"
          className="btn"
          data-variant="plain"
          data-row=""
          data-guess={guessed.side || undefined}
          aria-label={label(guessed.side ? `${whose}, ${words.guess}` : whose)}
          aria-invalid={missing !== null && side === 'unknown' ? true : undefined}
          onClick={flip}
        >
          <span>{whose}</span>
        </button>
        <select
          aria-label={label(words.kind)}
          value={kind}
          onChange={({ target }) =>
            edit({
              do: 'kind',
              id,
              kind: words.kinds.find(([one]) => one === target.value)?.[0] ?? 'message',
            })
          }
        >
          {words.kinds.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
        <select
          aria-label={label(words.where)}
          value={turn.where}
          onChange={({ target }) => edit({ do: 'set', id, values: { where: target.value } })}
        >
          {places.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <input
          type="date"
          aria-label={label(words.day)}
          value={turn.day ?? ''}
          data-guess={guessed.day || undefined}
          aria-invalid={missing !== null && !turn.day ? true : undefined}
          onChange={({ target }) => edit({ do: 'set', id, values: { day: target.value || null } })}
        />
        <input
          type="time"
          aria-label={label(words.hour)}
          value={turn.hour ?? ''}
          onChange={({ target }) => edit({ do: 'set', id, values: { hour: target.value || null } })}
        />
        {kind === 'talk' && (
          <select
            aria-label={label(words.outcome)}
            value={turn.outcome}
            aria-invalid={missing !== null && turn.outcome === '' ? true : undefined}
            onChange={({ target }) => edit({ do: 'set', id, values: { outcome: target.value } })}
          >
            <option value="">{words.outcome}</option>
            {words.outcomes.map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        )}
      </div>
      <textarea
        ref={text}
        className="exchange-text"
        rows={1}
        aria-label={label(words.text)}
        value={turn.text}
        required={kindOf[kind] === 'human'}
        onChange={({ target }) => edit({ do: 'set', id, values: { text: target.value } })}
      />
      {missing && <p className="error">{missing}</p>}
      <div className="exchange-foot">
        {doubts && (
          <span className="turn-meta">
            {words.guessed} {doubts}
          </span>
        )}
        <span className="exchange-acts">
          <Button variant="quiet" {...key('f')} onClick={flip}>
            {words.flip}
          </Button>
          {at > 1 && (
            <Button variant="quiet" {...key('m')} onClick={() => edit({ do: 'join', id })}>
              {words.join}
            </Button>
          )}
          {at > 1 && !turn.dayAbove && (
            <Button variant="quiet" {...key('d')} onClick={() => edit({ do: 'day_above', id })}>
              {words.day_above}
            </Button>
          )}
          <Button
            variant="quiet"
            {...key('s')}
            onClick={() => edit({ do: 'split', id, at: cursorIn(text.current) })}
          >
            {words.split}
          </Button>
          <Button variant="quiet" {...key('x')} onClick={() => edit({ do: 'drop', id })}>
            {words.drop}
          </Button>
        </span>
      </div>
    </li>
  );
}

// Where the cursor was left, unless it never was inside.
function cursorIn(text: HTMLTextAreaElement | null): number | null {
  if (!text) return null;
  const at = text.selectionStart;
  return at > 0 && at < text.value.length ? at : null;
}

// As the page's language says a day.
const dayShown = (day: string) =>
  new Intl.DateTimeFormat(document.documentElement.lang === 'es' ? 'es-ES' : 'en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${day}T12:00:00Z`));
