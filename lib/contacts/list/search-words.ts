import { type AddressChannel, addressChannels, readAddress } from '../addresses';
import { likeEscaped, nameKey } from '../name-key';

/** What somebody looks for: the start of a name, words of it, or an address, whole or in part. */
export interface Sought {
  /** The start of a name, as it stands in `name_key`. */
  readonly start: string;
  /** LIKE patterns, all of which must be met by the name or by the organization's. */
  readonly words: readonly string[];
  /** Those of them that have trigrams, so that an index can find them. */
  readonly findable: readonly string[];
  /** The start of a handle, and the pattern for a part of it; null for what is no part of a handle. */
  readonly handle: { readonly start: string; readonly part: string } | null;
  /** Whole handles it may be, at most one a channel. */
  readonly addresses: readonly { readonly channel: AddressChannel; readonly handle: string }[];
}

/** Reads what was typed into the search of contacts. Words under three letters have no trigrams: they only narrow. */
export function readSearch(search: string): Sought {
  const start = nameKey(search);
  const words = start
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .slice(0, 5);
  const typed = asKept(search);
  const addresses = addressChannels.flatMap((channel) => {
    const read = readAddress(channel, search);
    return read.ok ? [{ channel, handle: read.handle }] : [];
  });
  return {
    start,
    words: words.map(contains),
    findable: words.filter((word) => word.length >= 3).map(contains),
    handle: /^\S{3,}$/.test(typed) ? { start: typed, part: contains(typed) } : null,
    addresses,
  };
}

/** A part of an address as a handle would carry it, however the page shows it: `in/ana`, `@ana`, a link, a telephone with spaces. */
function asKept(search: string): string {
  const typed = search
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/^(?:mailto:|tel:|https?:\/\/(?:www\.)?)/, '')
    .replace(/^(?:(?:[a-z0-9-]+\.){0,3}linkedin\.com\/)?(?:mwlite\/)?in\//, '')
    .replace(/^(?:(?:www|mobile)\.)?(?:x|twitter)\.com\//, '')
    .replace(/^[@+]/, '')
    .replace(/\/$/, '');
  return /^[\d\s().-]+$/.test(typed) ? typed.replace(/\D/g, '').replace(/^0+/, '') : typed;
}

const contains = (word: string) => `%${likeEscaped(word)}%`;
