import type { Channel } from '@/generated/prisma/client';
import type { ReadPaste } from '@/lib/replies/exchange/queries';
import type { Place } from './exchange-turn';
import type { ExchangeWords } from './words';

/** Where an exchange can have been: at their addresses, or on a channel; and which of it for a channel that was read. */
export function placesIn(
  { addresses, channel }: Pick<ReadPaste, 'addresses' | 'channel'>,
  { channels }: Pick<ExchangeWords, 'channels'>,
): { all: readonly Place[]; first: (read: Channel | null) => string } {
  // The channel says enough, unless they have two addresses on it.
  const all = channels.flatMap(([value, label]) => {
    const there = addresses.filter((one) => one.channel === value);
    if (there.length === 0) return [{ value: `${value}:`, label }];
    return there.map(({ id, typed }) => ({
      value: `${value}:${id}`,
      label: there.length === 1 ? label : `${label}, ${typed}`,
    }));
  });
  const first = (read: Channel | null) =>
    all.find(({ value }) => value.startsWith(`${read ?? channel}:`))?.value ?? `${read ?? channel}:`;
  return { all, first };
}
