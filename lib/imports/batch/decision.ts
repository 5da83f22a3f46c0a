import type { FoundAddress } from '../columns/addresses-in';
import type { Person } from '../person';

/** Why a row was left out. */
export type SkipCode = 'address_retired' | 'addresses_of_two';

/** What a row made of somebody, before it is written. */
export interface Told {
  readonly contactId: string;
  readonly person: Person;
  readonly made: boolean;
  readonly addresses: readonly (FoundAddress & { readonly state: 'held' | 'shared' })[];
  readonly tags: readonly string[];
  /** The columns that the row fills in. */
  readonly fills: readonly string[];
  readonly leavesOut: boolean;
}

export type Decision =
  | {
      readonly result: 'skipped';
      readonly code: SkipCode;
      readonly detail: string;
      readonly contactId: string | null;
    }
  | {
      readonly result: 'created' | 'updated' | 'unchanged';
      readonly told: Told;
      readonly notes: readonly string[];
    };
