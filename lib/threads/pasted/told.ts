/** A day as it was put: whole, without its year, in numbers of unknown order, or counted from today. */
export type ToldDay =
  | { readonly is: 'whole'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly is: 'no_year'; readonly month: number; readonly day: number }
  | {
      readonly is: 'numbers';
      readonly first: number;
      readonly second: number;
      readonly year: number | null;
      readonly sign: string;
    }
  | { readonly is: 'weekday'; readonly weekday: number }
  | { readonly is: 'ago'; readonly days: number };

/** When something was said, as a text puts it. */
export interface ToldMoment {
  readonly day: ToldDay | null;
  /** `HH:MM`. */
  readonly hour: string | null;
  /** Minutes east of UTC, where the text names a zone. */
  readonly offset: number | null;
  /** How many characters it took. */
  readonly length: number;
}
