import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import type { FormAnswer } from '../answer';
import { problem, refusedField, refusedForm } from '../form';
import type { EntranceRefusal } from './mutations';

export type DoorName = 'sign_in' | 'set_up' | 'invite' | 'reset';

const dead = {
  sign_in: 'sign_in.wrong',
  set_up: 'set_up_done.body',
  invite: 'invite.dead',
  reset: 'reset.dead',
} as const;

/** Why a door stays shut, in words. */
export function refusalOf(
  refusal: EntranceRefusal,
  door: DoorName,
  form: FormData,
  language: Language,
): FormAnswer {
  const t = translate(language, 'door');
  switch (refusal.reason) {
    case 'wrong':
      return refusedForm(form, t('sign_in.wrong'));
    case 'link_dead':
      return refusedForm(form, t(dead[door]));
    case 'email_taken':
      return refusedField(form, 'email', problem('email_taken', language));
    case 'too_many_attempts':
      return refusedForm(
        form,
        translate(language, 'account')('too_many_attempts', { minutes: refusal.minutes }),
      );
  }
}
