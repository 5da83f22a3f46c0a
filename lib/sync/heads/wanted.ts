import type { Head } from './head';

/** What decides whether a mail is fetched whole. */
export interface Knowing {
  /** Handles of ours. */
  readonly own: ReadonlySet<string>;
  /** Handles of contacts. */
  readonly contacts: ReadonlySet<string>;
  /** Message-IDs that are here. */
  readonly ids: ReadonlySet<string>;
  /** Whether strangers who write are asked about, or added. */
  readonly strangersCount: boolean;
}

const nobodys = /^(no-?reply|do-?not-?reply|noreply|notifications?|news(letter)?|alerts?|info-?mail)\b/;

/** Whether a mail has to be read whole: it may be of a contact, about a mail of ours, or from a person who is new. */
export function isWanted({ people, refs, from, mayBeReport, isBulk }: Head, knowing: Knowing): boolean {
  if (people.some((handle) => knowing.contacts.has(handle))) return true;
  if (refs.some((ref) => knowing.ids.has(ref))) return true;
  const isOurs = from !== null && knowing.own.has(from);
  if (mayBeReport && !isOurs) return true;
  return knowing.strangersCount && from !== null && !isOurs && !isBulk && !nobodys.test(from);
}

/**
 * Cuts a list into runs of at most so many to be fetched, and of at most so many bytes together unless one alone is larger.
 * What has no size is not fetched, and makes no run longer.
 */
export function runsOf<T extends { readonly size: number }>(
  list: readonly T[],
  { most, bytes }: { readonly most: number; readonly bytes: number },
): T[][] {
  const runs: T[][] = [];
  let [size, count] = [0, 0];
  for (const one of list) {
    const last = runs.at(-1);
    if (last && (one.size === 0 || (count < most && size + one.size <= bytes))) last.push(one);
    else {
      runs.push([one]);
      [size, count] = [0, 0];
    }
    size += one.size;
    count += one.size > 0 ? 1 : 0;
  }
  return runs;
}
