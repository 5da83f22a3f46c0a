import { wordsOf, type Word } from './folded';
import type { Letter } from './letter-parts';
import { partsOfName } from './names';

/** What is kept of a text in place of the text: the smallest hashes of its runs of three words, in ascending order. */
export type Fingerprint = readonly number[];

/** How many hashes a fingerprint keeps. */
export const kept = 48;

/** With how few words of one's own one has written nothing. */
const fewest = 6;
/** Below so many words a text is too short to be anybody's copy. */
const shortest = 8;

/** The writer's own part of a letter: outside greeting, signature, quotes and the templates it was begun with. */
export interface OwnPart {
  readonly words: readonly Word[];
  /** Whether something of a template is left in it. */
  readonly templated: boolean;
}

export function ownPart(letter: Letter, name: string, templates: readonly string[]): OwnPart {
  const theirs = new Set(partsOfName(name, null));
  const begun = letter.bodyFrom;
  const words = wordsOf(letter.prose, begun, letter.signedFrom).filter(({ key }) => !theirs.has(key));
  const known = new Set(templates.flatMap(runsOfTemplate));
  if (known.size === 0) return { words, templated: false };
  const fromTemplate = new Set<number>();
  for (const [at, hash] of runs(words).entries())
    if (known.has(hash)) for (const word of [at, at + 1, at + 2]) fromTemplate.add(word);
  return { words: words.filter((_, at) => !fromTemplate.has(at)), templated: fromTemplate.size > 0 };
}

/** Whether nothing was added to the template. */
export function saysNothingOwn({ words, templated }: OwnPart): boolean {
  return templated && words.length < fewest;
}

/** The fingerprint of the own part; empty where it is too short to compare. */
export function fingerprintOf({ words }: OwnPart): Fingerprint {
  if (words.length < shortest) return [];
  return [...new Set(runs(words))].sort((a, b) => a - b).slice(0, kept);
}

/** How alike two texts are, 0 to 1: the share of runs of words they have in common, estimated from their fingerprints. */
export function likenessOf(one: Fingerprint, other: Fingerprint): number {
  const both = [...new Set([...one, ...other])].sort((a, b) => a - b).slice(0, kept);
  const [left, right] = [new Set(one), new Set(other)];
  const shared = both.filter((hash) => left.has(hash) && right.has(hash)).length;
  return both.length === 0 ? 0 : shared / both.length;
}

/** The hash of every three words in a row, a signed 32-bit number (FNV-1a); numbers all count alike. */
export function runs(words: readonly Word[]): number[] {
  const keys = words.map(({ key }) => (/^\d+$/.test(key) ? '0' : key));
  return keys
    .slice(2)
    .map((_, at) => hashOf(`${keys[at] ?? ''} ${keys[at + 1] ?? ''} ${keys[at + 2] ?? ''}`));
}

// Its fields are what makes it somebody's own.
function runsOfTemplate(template: string): number[] {
  return template.split(/\{\{[^{}\n]{0,80}\}\}/).flatMap((piece) => runs(wordsOf(piece)));
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
