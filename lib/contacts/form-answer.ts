import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import type { Language } from '@/lib/language/language';
import { en } from '@/lib/language/messages/en';
import { translate } from '@/lib/language/translate';
import type { AddressRefusal } from './mutations';

/** What can be wrong with a contact's form; each has its sentence in the `contact_form` messages. */
export type ContactProblem = keyof (typeof en)['contact_form']['problems'];

/** Those fields of a form that a schema knows. */
export function fieldsOf(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** A form that needs another look at some of its fields, with what had been filled in. */
export function wrongFields(
  form: FormData,
  problems: readonly (readonly [field: string, code: string])[],
  language: Language,
): FormAnswer {
  const t = translate(language, 'contact_form.problems');
  const fields: Record<string, string> = {};
  for (const [field, code] of problems) fields[field] ??= t(isProblem(code) ? code : 'form_unknown');
  return { ...noAnswer, fields, values: kept(form) };
}

/** A form whose address cannot be kept; `field` is where it was typed. */
export function wrongAddress(
  form: FormData,
  field: string,
  refusal: AddressRefusal,
  language: Language,
): FormAnswer {
  const mayShare = refusal.reason === 'of_another' && !refusal.holder.retired;
  return {
    ...noAnswer,
    fields: { [field]: contactProblem(refusal, language) },
    values: { ...kept(form), ...(mayShare ? { may_share: 'yes' } : {}) },
  };
}

/** Why somebody or an address cannot be kept, in a sentence. */
export function contactProblem(
  refusal: AddressRefusal | { readonly reason: 'name_missing' },
  language: Language,
): string {
  const t = translate(language, 'contact_form.problems');
  if (refusal.reason === 'unreadable') return t(isProblem(refusal.code) ? refusal.code : 'form_unknown');
  if (refusal.reason !== 'of_another') return t(refusal.reason);
  const { name, retired } = refusal.holder;
  return t(retired ? 'of_another_retired' : 'of_another', { name });
}

function kept(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value.slice(0, 5000)]] : [],
    ),
  );
}

function isProblem(code: string): code is ContactProblem {
  return Object.hasOwn(en.contact_form.problems, code);
}
