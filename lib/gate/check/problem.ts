import { isEarshotError, EarshotError } from '@/lib/errors/earshot-error';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import type { Fault } from './asked';

const statuses = {
  not_json: 400,
  mail_empty: 400,
  invalid_input: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  too_long: 413,
  mail_too_long: 413,
  no_json_type: 415,
  no_mail_type: 415,
  too_many_attempts: 429,
} as const;

export type ProblemCode = keyof typeof statuses;

/** Why nothing was answered, thrown by whoever finds out. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly faults: readonly Fault[] = [],
    /** After how many seconds it may be asked again. */
    readonly seconds: number | null = null,
  ) {
    super(code);
  }
}

/** What was thrown as a problem in JSON (RFC 9457); null for a fault of ours, which is for Next to log. */
export function problemResponse(thrown: unknown, language: Language): Response | null {
  const problem = thrown instanceof Problem ? thrown : problemOf(thrown);
  if (!problem) return null;
  const { code, faults, seconds } = problem;
  const status = statuses[code];
  const t = translate(language, 'check');
  const told = faults.map(({ field, code: fault }) => ({
    ...{ field, code: fault, detail: t(`faults.${fault}`, { field: field ?? '' }) },
  }));
  const field = isEarshotError(thrown, 'not_found') ? String(thrown.facts['field'] ?? '') : '';
  const detail = told[0]?.detail ?? t(`problems.${code}`, { seconds: seconds ?? 0, field });
  const body = { title: t(`titles.${code}`), status, code, detail, ...(told.length ? { errors: told } : {}) };
  return Response.json(body, { status, headers: headersFor(code, seconds) });
}

function problemOf(thrown: unknown): Problem | null {
  if (!(thrown instanceof EarshotError)) return null;
  const { code } = thrown;
  return code === 'not_signed_in' || code === 'not_allowed' || code === 'not_found'
    ? new Problem(code)
    : null;
}

function headersFor(code: ProblemCode, seconds: number | null): HeadersInit {
  return {
    ...{ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
    ...(code === 'not_signed_in' ? { 'WWW-Authenticate': 'Bearer realm="Earshot"' } : {}),
    ...(seconds === null ? {} : { 'Retry-After': String(seconds) }),
  };
}
