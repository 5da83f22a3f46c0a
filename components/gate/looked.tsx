import { getLocale, getTranslations } from 'next-intl/server';
import type { Channel } from '@/generated/prisma/client';
import { sayLooked } from '@/lib/gate/lifting/actions';
import { whereOf } from '@/lib/gate/warned';
import { ActForm } from './act-form';

/** "I looked on LinkedIn today": one press for everybody who would answer there. */
export async function Looked({ channels, quiet }: { channels: readonly Channel[]; quiet: boolean }) {
  const [t, language] = await Promise.all([getTranslations('lifting'), getLocale()]);
  return (
    <ActForm
      action={sayLooked}
      hidden={{ channels: channels.join(' ') }}
      submit={t('looked', { where: whereOf(channels, language) })}
      pending={t('working')}
      variant={quiet ? 'plain' : 'first'}
    />
  );
}
