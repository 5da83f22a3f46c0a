import type { z } from 'zod';
import type { Language } from '@/lib/language/language';
import { en } from '@/lib/language/messages/en';
import { translate } from '@/lib/language/translate';
import { noAnswer, type FormAnswer } from './answer';

/** What can be wrong with a field, as codes; each has its sentence in the `account` messages. */
export type Problem = keyof (typeof en)['account']['problems'];

const secrets = ['password', 'current', 'key'];
const unseen = ['key', 'next', 'id'];

/** Checks a form against a strict schema whose messages are problem codes. */
export function readForm<S extends z.ZodObject>(
  schema: S,
  form: FormData,
  language: Language,
): { ok: true; data: z.infer<S> } | { ok: false; answer: FormAnswer } {
  const read = schema.safeParse(sent(form));
  if (read.success) return { ok: true, data: read.data };
  const fields: Record<string, string> = {};
  let error: string | null = null;
  for (const { path, message } of read.error.issues) {
    const field = path[0];
    if (typeof field === 'string' && !unseen.includes(field)) fields[field] ??= problem(message, language);
    else error = problem('form_unknown', language);
  }
  return { ok: false, answer: { ...noAnswer, error, fields, values: kept(form) } };
}

/** The sentence of a problem code; a code without one is a form we did not make. */
export function problem(code: string, language: Language): string {
  const t = translate(language, 'account');
  return t(`problems.${isProblem(code) ? code : 'form_unknown'}`);
}

/** A refused form: the sentence, and what had been filled in. */
export function refusedForm(form: FormData, error: string): FormAnswer {
  return { ...noAnswer, error, values: kept(form) };
}

/** A form refused for one field. */
export function refusedField(form: FormData, field: string, error: string): FormAnswer {
  return { ...noAnswer, fields: { [field]: error }, values: kept(form) };
}

// Without a script the browser sends along what React needs to find the action.
function sent(form: FormData): Record<string, unknown> {
  return Object.fromEntries([...form].filter(([name]) => !name.startsWith('$ACTION')));
}

function kept(form: FormData): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent(form)).flatMap(([name, value]) =>
      typeof value === 'string' && !secrets.includes(name) ? [[name, value.slice(0, 500)]] : [],
    ),
  );
}

function isProblem(code: string): code is Problem {
  return Object.hasOwn(en.account.problems, code);
}
