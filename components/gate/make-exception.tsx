import { getTranslations } from 'next-intl/server';
import { Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { makeException } from '@/lib/gate/lifting/actions';
import type { ReasonCode } from '@/lib/gate/verdict';
import { ActTextArea } from './act-field';
import { ActForm } from './act-form';

interface MakeExceptionProps {
  contactId: string;
  /** What to call the contact. */
  name: string;
  organization: string;
  /** Everything that is in force, all of which the exception names. */
  reasons: readonly ReasonCode[];
  /** By the colleague whose conversation it is, and not by an owner. */
  byColleague: boolean;
  to: readonly { readonly id: string; readonly name: string }[];
}

/** With which an owner, or the colleague in conversation, lets somebody write once. */
export async function MakeException({
  contactId,
  name,
  organization,
  reasons,
  byColleague,
  to,
}: MakeExceptionProps) {
  const [t, also] = await Promise.all([getTranslations('lifting'), getTranslations('gate.also')]);
  return (
    <Fold summary={t('exception.caption')}>
      <p className="hint">{t(byColleague ? 'exception.lede_colleague' : 'exception.lede', { name })}</p>
      {!byColleague && (
        <ul className="hint list-disc space-y-1 py-2 pl-5">
          {reasons.map((code) => (
            <li key={code}>{also(code, { name, organization })}</li>
          ))}
        </ul>
      )}
      <ActForm
        action={makeException}
        hidden={{ contactId, reasons: reasons.join(' ') }}
        submit={t('exception.submit')}
        pending={t('working')}
        variant="danger"
        saysAtField
      >
        <div className="pb-4">
          <Select label={t('exception.to')} name="toId" required>
            {to.map(({ id, name: colleague }) => (
              <option key={id} value={id}>
                {colleague}
              </option>
            ))}
          </Select>
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
