import { linearOf, type Features, type Linear, type LinearFile } from './linear';
import file from './model.json';
import type { Care, SuggestOutcome } from './outcome';

/** A reply that was heard otherwise, kept to be compared with. */
export interface Learnt {
  readonly features: Features;
  readonly length: number;
  readonly heard: SuggestOutcome;
}

/** Everything that is asked when a reply is read. */
export interface SuggestModel {
  readonly outcome: Linear;
  readonly scope: Linear;
  readonly language: Linear;
  readonly temperature: number;
  readonly care: Care;
  /** What people heard otherwise, `learnFrom`. */
  readonly learnt: readonly Learnt[];
}

/** The model as it is shipped. */
export interface ModelFile {
  readonly outcome: LinearFile;
  readonly scope: LinearFile;
  readonly language: LinearFile;
  readonly temperature: number;
  readonly care: Care;
}

let shipped: SuggestModel | null = null;

/** Reads a model out of its file. */
export function modelOf({ outcome, scope, language, temperature, care }: ModelFile): SuggestModel {
  return {
    outcome: linearOf(outcome),
    scope: linearOf(scope),
    language: linearOf(language),
    temperature,
    care,
    learnt: [],
  };
}

/** The model that Earshot brings, read once. */
export function shippedModel(): SuggestModel {
  shipped ??= modelOf(file);
  return shipped;
}
