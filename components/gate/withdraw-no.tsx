import { getTranslations } from 'next-intl/server';
import { Field } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { withdraw } from '@/lib/gate/actions';
import { ActForm } from './act-form';

/** With which an owner takes back a no that was never said. */
export async function WithdrawNo({ id }: { id: string }) {
  const t = await getTranslations('closers');
  return (
    <Fold summary={t('was_this_never_said')}>
      <p className="hint">{t('withdraw_lede')}</p>
      <ActForm
        action={withdraw}
        hidden={{ id }}
        submit={t('withdraw')}
        pending={t('working')}
        variant="danger"
      >
        <div className="pb-4">
          <Field label={t('reason')} name="reason" hint={t('reason_hint')} required maxLength={500} />
        </div>
      </ActForm>
    </Fold>
  );
}
