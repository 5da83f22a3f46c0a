import { getTranslations } from 'next-intl/server';
import { endRest } from '@/lib/gate/actions';
import { ActForm } from './act-form';

/** The button that ends a rest of ours. */
export async function LiftRest({ restId }: { restId: string }) {
  const t = await getTranslations('closers');
  return <ActForm action={endRest} hidden={{ id: restId }} submit={t('lift_rest')} pending={t('working')} />;
}
