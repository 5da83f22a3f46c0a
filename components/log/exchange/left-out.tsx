import type { Dispatch } from 'react';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import type { Edit, Edited } from './edits';
import type { ExchangeWords } from './words';

interface LeftOutProps {
  state: Edited;
  edit: Dispatch<Edit>;
  words: ExchangeWords;
}

/** Every line that is no turn, and every turn that was dropped: nothing disappears unseen. */
export function LeftOut({ state, edit, words }: LeftOutProps) {
  const dropped = state.turns.filter((turn) => turn.dropped);
  const count = dropped.length + state.leftOut.length;
  if (count === 0) return null;
  return (
    <div className="pt-5">
      <Fold summary={`${words.left_out}: ${count}`}>
        <ul className="notes mt-2" role="list">
          {dropped.map(({ id, text }) => (
            <li key={`turn ${id}`} className="exchange-left">
              <span>{text}</span>
              <Button variant="quiet" onClick={() => edit({ do: 'put_back', id })}>
                {words.put_back}
              </Button>
            </li>
          ))}
          {state.leftOut.map(({ line, after }, at) => (
            <li key={`line ${at} ${after}`} className="exchange-left">
              <span>{line}</span>
              <Button variant="quiet" onClick={() => edit({ do: 'take_line', at })}>
                {words.put_back}
              </Button>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
