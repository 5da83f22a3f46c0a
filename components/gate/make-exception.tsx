import { getTranslations } from 'next-intl/server';
import { Fold } from '@/components/ui/fold';
import { makeException } from '@/lib/gate/lifting/actions';
import type { ReasonCode } from '@/lib/gate/verdict';
import { ActTextArea } from './act-field';
import { ActForm } from './act-form';
import { ExceptionFor } from './exception-for';

interface MakeExceptionProps {
  contactId: string;
  /** What to call the contact. */
  name: string;
  organization: string;
  /** By the colleague whose conversation it is, and not by an owner. */
  byColleague: boolean;
  /** To whom, and everything that is in force for each of them: an exception names all of it. */
  to: readonly { readonly id: string; readonly name: string; readonly reasons: readonly ReasonCode[] }[];
}

/** With which an owner, or the colleague in conversation, lets somebody write once. */
export async function MakeException({ contactId, name, organization, byColleague, to }: MakeExceptionProps) {
  const [t, also] = await Promise.all([getTranslations('lifting'), getTranslations('gate.also')]);
  return (
    <Fold summary={t('exception.caption')}>
      <p className="hint">{t(byColleague ? 'exception.lede_colleague' : 'exception.lede', { name })}</p>
      <ActForm
        action={makeException}
        hidden={{ contactId }}
        submit={t('exception.submit')}
        pending={t('working')}
        variant="danger"
        saysAtField
      >
        <div className="pb-4">
          <ExceptionFor
            label={t('exception.to')}
            listed={!byColleague}
            to={to.map(({ reasons, ...one }) => ({
              ...one,
              reasons: reasons.map((code) => ({ code, said: also(code, { name, organization }) })),
            }))}
          />
          <ActTextArea
            label={t('exception.new_fact')}
            name="newFact"
            hint={t('exception.new_fact_hint', { name })}
            required
            maxLength={500}
          />
        </div>
      </ActForm>
    </Fold>
  );
}
