'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { translate } from '@/lib/language/translate';
import { mayI } from '../actor';
import { answerForm } from '../answering';
import { noAnswer, type FormAnswer } from '../answer';
import { refusedForm } from '../form';
import { linkTo } from '../link';
import {
  closingSchema,
  invitationSchema,
  onInvitationSchema,
  onMemberSchema,
  roleChangeSchema,
} from './forms';
import { changeRole, closeAccount, makeInvitation, makePasswordReset, revokeInvitation } from './mutations';
import { memberOf } from './queries';

/** Makes an invitation and answers its link, this once. */
export async function invite(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(invitationSchema, form, async (invitation, language) => {
    const { key } = await makeInvitation(await mayI('own'), invitation);
    revalidatePath('/settings/team');
    return { ...noAnswer, done: translate(language, 'team')('invite.made'), link: linkTo('invite', key) };
  });
}

/** Takes an invitation back. */
export async function revoke(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onInvitationSchema, form, async ({ id }, language) => {
    const revoked = await revokeInvitation(await mayI('own'), id);
    revalidatePath('/settings/team');
    const t = translate(language, 'team');
    return revoked
      ? { ...noAnswer, done: t('pending.revoked') }
      : refusedForm(form, t('pending.revoked_late'));
  });
}

/** Gives a member another role. */
export async function giveRole(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(roleChangeSchema, form, async ({ id, role }, language) => {
    const owner = await mayI('own');
    const answer = await changeRole(owner, id, role);
    const t = translate(language, 'team');
    if (!answer.ok) return refusedForm(form, t(`refusals.${answer.reason}`));
    revalidatePath('/settings/team', 'layout');
    const words = translate(language, 'account');
    const name = (await memberOf(owner, id))?.name ?? '';
    const saved = t('member.role_saved', { name, role: words(`roles.${role}`) });
    const freed = answer.freed ? t('member.role_freed', { contacts: answer.freed }) : '';
    return { ...noAnswer, done: [saved, freed].filter(Boolean).join(' ') };
  });
}

/** Makes a link with which a member sets a new password, and answers it, this once. */
export async function makeReset(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onMemberSchema, form, async ({ id }, language) => {
    const owner = await mayI('own');
    const key = await makePasswordReset(owner, id);
    const t = translate(language, 'team');
    if (!key) return refusedForm(form, t('refusals.gone'));
    const name = (await memberOf(owner, id))?.name ?? '';
    return { ...noAnswer, done: t('member.reset_made', { name }), link: linkTo('reset', key) };
  });
}

/** Closes an account and hands its contacts over. */
export async function close(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(closingSchema, form, async ({ id, successor }, language) => {
    const answer = await closeAccount(await mayI('own'), id, successor);
    if (!answer.ok) return refusedForm(form, translate(language, 'team')(`refusals.${answer.reason}`));
    revalidatePath('/settings/team', 'layout');
    redirect('/settings/team');
  });
}
