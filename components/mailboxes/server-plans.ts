import { useTranslations } from 'next-intl';
import type { FieldPlan } from '@/components/auth/account-field';
import { securities } from '@/lib/mail/account';

/** The fields of both servers and the user name, in the reader's language. Server only. */
export interface ServerPlans {
  readonly groups: readonly { readonly legend: string; readonly fields: readonly FieldPlan[] }[];
  readonly login: FieldPlan;
}

/** What is asked about servers. Server only. */
export function useServerPlans(): ServerPlans {
  const t = useTranslations('mailboxes.servers');
  const choices = securities.map((value) => ({ value, label: t(`securities.${value}`) }));
  const group = (protocol: 'imap' | 'smtp') => ({
    legend: t(protocol),
    fields: [
      {
        ...({ kind: 'line', name: `${protocol}Host`, autoComplete: 'off', label: t('host') } as const),
        ...(protocol === 'smtp' ? { hint: t('host_hint') } : {}),
      },
      { kind: 'line', name: `${protocol}Port`, autoComplete: 'off', label: t('port') },
      { kind: 'list', name: `${protocol}Security`, label: t('security'), choices },
    ] satisfies FieldPlan[],
  });
  return {
    groups: [group('imap'), group('smtp')],
    login: { kind: 'line', name: 'login', autoComplete: 'off', label: t('login'), hint: t('login_hint') },
  };
}
