import { getTranslations } from 'next-intl/server';
import { Field } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { takeBackClosers } from '@/lib/gate/lifting/actions';
import { ActForm } from './act-form';

/** With which an owner withdraws what a message closed that has been taken back. */
export async function TakenBack({ messageId }: { messageId: string }) {
  const [t, closers] = await Promise.all([getTranslations('lifting'), getTranslations('closers')]);
  return (
    <Fold summary={t('taken_back.summary')}>
      <p className="hint">{t('taken_back.lede')}</p>
      <ActForm
        action={takeBackClosers}
        hidden={{ messageId }}
        submit={t('taken_back.submit')}
        pending={t('working')}
        variant="danger"
      >
        <div className="pb-4">
          <Field
            label={closers('reason')}
            name="reason"
            hint={closers('reason_hint')}
            required
            maxLength={500}
          />
        </div>
      </ActForm>
    </Fold>
  );
}
