import { useTranslations } from 'next-intl';
import { timeZones } from '@/lib/auth/zone';
import type { FieldPlan } from './account-field';
import type { LinkWords } from './one-time-link';

/** The fields that several forms of accounts share, in the reader's language. Server only. */
export function useAccountPlans() {
  const t = useTranslations('account');
  const line = (name: string, autoComplete: string) => ({ kind: 'line' as const, name, autoComplete });
  return {
    name: (value = ''): FieldPlan => ({
      ...line('name', 'name'),
      label: t('name'),
      value,
    }),
    email: (): FieldPlan => ({ ...line('email', 'username'), type: 'email', label: t('email') }),
    password: (): FieldPlan => ({
      ...line('password', 'current-password'),
      type: 'password',
      label: t('password'),
    }),
    current: (): FieldPlan => ({
      ...line('current', 'current-password'),
      type: 'password',
      label: t('current_password'),
    }),
    newPassword: (again = false): FieldPlan => ({
      ...line('password', 'new-password'),
      type: 'password',
      label: t(again ? 'new_password' : 'password'),
      hint: t('password_hint'),
    }),
    zone: (hint: string, value = 'UTC', guess = true): FieldPlan => ({
      kind: 'zone',
      name: 'timeZone',
      label: t('time_zone'),
      hint,
      value,
      zones: timeZones(value),
      guess,
    }),
  };
}

/** The three roles with what each may do. Server only. */
export function useRoleChoices() {
  const t = useTranslations('account');
  return (['member', 'reader', 'owner'] as const).map((role) => ({
    value: role,
    label: t(`roles.${role}`),
    hint: t(`roles_explained.${role}`),
  }));
}

/** The words beside a link that is shown once. Server only. */
export function useLinkWords(): LinkWords {
  const t = useTranslations('team.link');
  return { label: t('label'), copy: t('copy'), copied: t('copied'), failed: t('failed') };
}
