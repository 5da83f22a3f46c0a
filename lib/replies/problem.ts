import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import type { Language } from '@/lib/language/language';
import { en } from '@/lib/language/messages/en';
import { translate } from '@/lib/language/translate';

type Own = keyof (typeof en)['log']['problems'];
type OfTheLaw = keyof (typeof en)['impossible'];

/** Where on the form a code belongs; the others are about the whole of it. */
const fieldOf: Readonly<Record<string, string>> = {
  no_such_day: 'day',
  occurred_in_the_future: 'day',
  not_their_words: 'words',
  no_organization: 'scope',
  referral_unknown: 'referralId',
  referral_unreadable: 'referralAddress',
  referral_retired: 'referralAddress',
  referral_of_another: 'referralAddress',
  address_of_another: 'addressId',
  answers_another: 'answersId',
  answers_no_reply: 'answersId',
  retraction_needs_a_reason: 'reason',
  rest_of_1_to_400_days: 'until',
};

/** A code in a sentence: of this form, or of what the law calls impossible. */
export function problem(code: string, language: Language): string {
  if (isOwn(code)) return translate(language, 'log')(`problems.${code}`);
  return translate(language, 'impossible')(isOfTheLaw(code) ? code : 'other');
}

/** A form that needs another look: what is wrong with which field, and what had been filled in. */
export function unfinished(
  form: FormData,
  errors: Readonly<Record<string, string>>,
  language: Language,
): FormAnswer {
  const fields = Object.entries(errors).map(([name, code]) => [name, problem(code, language)] as const);
  return {
    ...noAnswer,
    error: problem('check', language),
    fields: Object.fromEntries(fields),
    values: kept(form),
  };
}

/** A form that was understood and cannot be done: why, and what had been filled in. */
export function impossibleForm(form: FormData, code: string, language: Language): FormAnswer {
  const field = fieldOf[code];
  if (field) return unfinished(form, { [field]: code }, language);
  return { ...noAnswer, error: problem(code, language), values: kept(form) };
}

function kept(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value]] : [],
    ),
  );
}

function isOwn(code: string): code is Own {
  return Object.hasOwn(en.log.problems, code);
}

function isOfTheLaw(code: string): code is OfTheLaw {
  return Object.hasOwn(en.impossible, code);
}
