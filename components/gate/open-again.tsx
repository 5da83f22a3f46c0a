import { getTranslations } from 'next-intl/server';
import { Field } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { openAgain } from '@/lib/suppressions/actions';
import { ActForm } from './act-form';

/** With which an owner opens a closed address or domain again. */
export async function OpenAgain({ id }: { id: string }) {
  const t = await getTranslations('closers');
  return (
    <div className="act mt-1">
      <Fold summary={t('open_address')}>
        <p className="hint">{t('open_address_lede')}</p>
        <ActForm action={openAgain} hidden={{ id }} submit={t('open_address')} pending={t('working')}>
          <div className="pb-4">
            <Field label={t('reason')} name="reason" required maxLength={500} />
          </div>
        </ActForm>
      </Fold>
    </div>
  );
}
