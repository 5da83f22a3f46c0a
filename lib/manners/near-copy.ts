import { begins, hint, inBody, refused, type Circumstances, type Finding } from './finding';
import { fingerprintOf, likenessOf, ownPart, runs, saysNothingOwn, type Fingerprint } from './fingerprint';
import type { Letter } from './letter-parts';

/** What went to somebody else, as a fingerprint. */
export interface Left {
  readonly contactId: string;
  readonly fingerprint: Fingerprint;
}

/** So many others may have got the same; for so many days it counts. */
export const others = 3;
export const countedDays = 14;

const alike = 0.5;

/**
 * Whether the own part of a letter is empty, or much the same as what three other people got. What begins something is
 * refused; an answer may be the answer to many, and a thanks is like any other.
 */
export function nearCopy(
  letter: Letter,
  how: Pick<Circumstances, 'name' | 'purpose'>,
  { templates, left }: { templates: readonly string[]; left: readonly Left[] },
): Finding[] {
  if (how.purpose === 'thanks') return [];
  const own = ownPart(letter, how.name, templates);
  const say = begins(how) ? refused : hint;
  if (saysNothingOwn(own)) return begins(how) ? [refused('nothing_own')] : [];
  const mine = fingerprintOf(own);
  const same = left.filter(({ fingerprint }) => likenessOf(mine, fingerprint) >= alike);
  if (new Set(same.map(({ contactId }) => contactId)).size < others) return [];
  const theirs = new Set(same.flatMap(({ fingerprint }) => fingerprint));
  const shared = runs(own.words).flatMap((hash, at) => (theirs.has(hash) ? [at] : []));
  const [first, last] = [own.words[shared[0] ?? 0], own.words[(shared.at(-1) ?? 0) + 2]];
  return [say('near_copy', first && last ? [inBody(first.start, last.end)] : [])];
}
