/** What a form is answered: in sentences of the reader's language, ready to show. */
export interface FormAnswer {
  /** What stands in the way of the whole form. */
  readonly error: string | null;
  /** What is wrong with one field, by its name. */
  readonly fields: Readonly<Record<string, string>>;
  /** What they had filled in; never a password or a key. */
  readonly values: Readonly<Record<string, string>>;
  /** What was done. */
  readonly done: string | null;
  /** A one-time link, shown this once. */
  readonly link: string | null;
}

export const noAnswer: FormAnswer = { error: null, fields: {}, values: {}, done: null, link: null };
