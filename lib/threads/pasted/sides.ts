import { nameKey } from '@/lib/contacts/name-key';
import { bareName, sideOf } from './names';
import { once } from './once';
import type { Layout, Reader, Side, Sureness } from './pasted';
import type { RawTurn } from './raw-turn';

interface Said {
  readonly side: Side;
  readonly sure: Sureness;
}

const unknown: Said = { side: 'unknown', sure: 'missing' };
const opposite = { ours: 'theirs', theirs: 'ours', unknown: 'unknown' } as const satisfies Record<Side, Side>;

/**
 * On which side each turn stands: by who it names, by the only other who speaks, and in mails, which answer each
 * other, by what was answered.
 */
export function sidesOf(turns: readonly { readonly raw: RawTurn }[], layout: Layout, reader: Reader): Said[] {
  const keyed = once(keyOf);
  const knownSide = once((name: string) => sideOf(name, reader));
  const keys = turns.map(({ raw }) => (raw.name === null ? null : keyed(raw.name)));
  const byKey = new Map<string, Said>();
  for (const [at, { raw }] of turns.entries()) {
    const key = keys[at];
    if (raw.name === null || key === null || key === undefined || byKey.get(key)?.sure === 'said') continue;
    const { side, sure } = knownSide(raw.name);
    byKey.set(
      key,
      side === 'unknown' ? (byKey.get(key) ?? unknown) : { side, sure: sure ? 'said' : 'guessed' },
    );
  }
  const open = [...byKey].filter(([, { side }]) => side === 'unknown').map(([key]) => key);
  const known = new Set([...byKey.values()].flatMap(({ side }) => (side === 'unknown' ? [] : side)));
  const [other] = open;
  if (open.length === 1 && other !== undefined && known.size === 1)
    byKey.set(other, { side: known.has('ours') ? 'theirs' : 'ours', sure: 'guessed' });
  const named = turns.map(({ raw }, at): Said => {
    if (raw.side !== null) return { side: raw.side, sure: 'said' };
    const key = keys[at];
    return (key !== null && key !== undefined && byKey.get(key)) || unknown;
  });
  return layout === 'mail'
    ? named.map((said, at) => (keys[at] === null ? answering(named, at) : said))
    : named;
}

// A mail without a name answers the one before it, or is answered by the one after it.
function answering(said: readonly Said[], at: number): Said {
  const beside = [said[at - 1], said[at + 1]].find((one) => one && one.side !== 'unknown');
  return beside ? { side: opposite[beside.side], sure: 'guessed' } : unknown;
}

const keyOf = (name: string) => nameKey(bareName(name)) || name.toLowerCase();
