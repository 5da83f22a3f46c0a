/** Every way in which Earshot says no or fails on purpose. Words for each stand in the `errors` messages. */
export const errorCodes = [
  'not_signed_in',
  'not_allowed',
  'not_found',
  'invalid_input',
  'already_done',
  'conflict',
  'refused',
  'too_many_attempts',
  'expired',
  'unreadable_file',
  'database_unreachable',
  'law_not_whole',
  'mail_failed',
  'wrong_environment',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Ids, codes and numbers that belong to an error; never what people wrote. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The one class of errors that Earshot throws itself. Anything else that is thrown is a fault in the code. */
export class EarshotError extends Error {
  override readonly name = 'EarshotError';

  constructor(
    readonly code: ErrorCode,
    readonly facts: ErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super(`${code}${Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : ''}`, options);
  }
}

/** Whether this is an EarshotError, of that code if one is given. */
export function isEarshotError(error: unknown, code?: ErrorCode): error is EarshotError {
  return error instanceof EarshotError && (code === undefined || error.code === code);
}
