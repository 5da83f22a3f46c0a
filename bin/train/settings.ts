import type { Care } from '@/lib/replies/suggesting/outcome';
import type { Learning } from './fit';

/** How many numbers the features of each model are hashed to. */
export const sizes = { outcome: 1 << 17, scope: 1 << 15, language: 1 << 13 } as const;

/** How each model learns. */
export const learning: Readonly<Record<keyof typeof sizes, Learning>> = {
  outcome: { rounds: 14, rate: 0.12, pull: 2e-5, seed: 7 },
  scope: { rounds: 12, rate: 0.15, pull: 2e-5, seed: 7 },
  language: { rounds: 6, rate: 0.2, pull: 1e-6, seed: 7 },
};

/** By what scores are divided; found by cross-validation. */
export const temperature = 1;

/** When an outcome is said; found by cross-validation over files. */
export const care: Care = {
  least: {
    opted_out: 0.5,
    declined: 0.86,
    later: 0.75,
    wrong_person: 0.7,
    question: 0.75,
    interested: 0.75,
    other: 0.7,
  },
  leastSaid: 0.15,
  leastMeant: 0.4,
  mostBad: 0.05,
  mostBadSaid: 0.025,
  mostBadUnsaid: 0.012,
};
