import type { Messages } from '@/lib/language/messages/en';

export type Words = Messages['gate'];

/** Why: said by them, with or without a quote, or found by us. */
export type Why = { readonly said: keyof Words['said'] } | { readonly found: keyof Words['found'] };

/** Which sentences of the `gate` messages tell a reason: what cannot be done, why, what opens it, who else may lift it. */
export interface Choice {
  readonly head: keyof Words['head'];
  readonly why: Why;
  readonly opens: keyof Words['opens'];
  readonly lift: keyof Words['lift'] | null;
}

export type Unlifted = Omit<Choice, 'lift'>;
