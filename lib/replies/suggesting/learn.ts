import { featuresOf } from './features';
import { hitsIn } from './hits';
import { languagesOf } from './language';
import type { Features } from './linear';
import type { Learnt, SuggestModel } from './model';
import type { SuggestOutcome } from './outcome';
import { readText } from './sentences';

/** What a person heard in a reply that was read otherwise. */
export interface Correction {
  readonly replyText: string;
  readonly heard: SuggestOutcome;
  readonly suggested: SuggestOutcome | null;
}

/** How alike two replies are (cosine) from which on what was heard in the one speaks for the other. */
const alike = 0.75;

/** The most corrections that are compared with; the newest stay. */
const mostKept = 500;

/**
 * The model with what people heard otherwise. A correction never makes a suggestion bolder: a reply like one that was
 * heard otherwise is left untold, and where stop, no or not-now was heard in it, that is what `milder` tells.
 */
export function learnFrom(model: SuggestModel, corrections: readonly Correction[]): SuggestModel {
  const learnt = corrections
    .filter(({ heard, suggested }) => heard !== suggested)
    .map(({ replyText, heard }) => {
      const features = featuresIn(model, replyText);
      return { features, length: lengthOf(features), heard };
    });
  return { ...model, learnt: [...model.learnt, ...learnt].slice(-mostKept) };
}

/** What was heard in the reply most like this one, if one is like it enough; null otherwise. */
export function heardAlike(learnt: readonly Learnt[], features: Features): SuggestOutcome | null {
  if (learnt.length === 0) return null;
  const length = lengthOf(features);
  let best: { heard: SuggestOutcome; near: number } | null = null;
  for (const one of learnt) {
    const near = product(one.features, features) / (one.length * length || 1);
    if (near >= alike && (!best || near >= best.near)) best = { heard: one.heard, near };
  }
  return best?.heard ?? null;
}

/** What is said where a reply like it was heard otherwise: the graver of a stop, a no and a not-now; else nothing. */
export function milder(
  suggested: SuggestOutcome | null,
  heard: SuggestOutcome | null,
): SuggestOutcome | null {
  if (heard === null || heard === suggested) return suggested;
  if (suggested === 'opted_out') return suggested;
  return heard === 'opted_out' || heard === 'declined' || heard === 'later' ? heard : null;
}

function featuresIn(model: SuggestModel, replyText: string): Features {
  const read = readText(replyText);
  const [first] = languagesOf(model.language, read.plain);
  return featuresOf(read, hitsIn(read, first ? [first.language] : []), model.outcome.buckets);
}

function lengthOf(features: Features): number {
  let sum = 0;
  for (const value of features.values()) sum += value * value;
  return Math.sqrt(sum);
}

function product(one: Features, other: Features): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [feature, value] of few) sum += value * (many.get(feature) ?? 0);
  return sum;
}
