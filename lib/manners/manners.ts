import { checkingIn } from './checking-in';
import type { Circumstances, Draft, Finding } from './finding';
import { greetingOf } from './greeting';
import { hintsOf } from './hints';
import { partsOf } from './letter-parts';
import { placeholdersIn, subjectOf } from './placeholders';
import { pretendsOf } from './pretends';
import { thanksOf } from './thanks';
import { wayOut } from './way-out';

/**
 * What manners find in a draft, what refuses first. It reads nothing but its arguments, in time linear to the text, so
 * that the page and the server say the same. Whether it is like what others got is another question (near-copy.ts).
 */
export function mannersOf(draft: Draft, how: Circumstances): Finding[] {
  const letter = partsOf(draft.body);
  if (draft.body.trim() === '') return [];
  const found = [
    ...placeholdersIn(draft),
    ...greetingOf(letter, how),
    ...checkingIn(draft, letter, how),
    ...pretendsOf(draft, letter, how),
    ...thanksOf(letter, how),
    ...wayOut(letter, how),
    ...subjectOf(draft, how.channel === 'email' && how.isFirst),
    ...hintsOf(letter, how),
  ];
  return inOrder(found);
}

/** One finding a code, those that refuse first; the words of two that say the same are put together. */
export function inOrder(found: readonly Finding[]): Finding[] {
  const codes = [...new Set(found.map(({ code }) => code))];
  const one = codes.map((code) => {
    const same = found.filter((finding) => finding.code === code);
    return {
      code,
      refuses: same.some(({ refuses }) => refuses),
      places: same.flatMap(({ places }) => places).slice(0, 50),
    };
  });
  return [...one.filter(({ refuses }) => refuses), ...one.filter(({ refuses }) => !refuses)];
}

/** The findings of a team that lets manners warn instead of refuse. */
export function softened(found: readonly Finding[], mannersRefuse: boolean): Finding[] {
  return mannersRefuse ? [...found] : found.map((finding) => ({ ...finding, refuses: false }));
}

/** Those that keep a message from leaving. */
export function refusing(found: readonly Finding[]): Finding[] {
  return found.filter(({ refuses }) => refuses);
}
