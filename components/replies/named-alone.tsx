import { getTranslations } from 'next-intl/server';
import { ActForm } from '@/components/gate/act-form';
import { Field, Select } from '@/components/ui/field';
import { Section } from '@/components/ui/page';
import { mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import { linkNamed } from '@/lib/replies/actions';
import { namedAloneIn } from '@/lib/replies/referrals/queries';

interface NamedAloneProps {
  actor: Actor;
  messageId: string;
  colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** Whoever was named by name alone is linked to a contact, once one knows who it is. */
export async function NamedAlone({ actor, messageId, colleagues }: NamedAloneProps) {
  const named = await namedAloneIn(actor, messageId);
  const mine = named.filter(
    ({ heardById }) => mayWrite(actor) && (heardById === actor.userId || mayOwn(actor)),
  );
  if (mine.length === 0) return null;
  const t = await getTranslations('listen');
  return mine.map((one) => (
    <div key={one.id} className="pb-9">
      <Section caption={t('named.caption', { named: one.named })} id="named">
        <p className="lede pb-4">{t('named.lede')}</p>
        <ActForm
          action={linkNamed}
          hidden={{ messageId, referral: one.id }}
          submit={t('named.submit')}
          pending={t('undoing')}
        >
          <div className="pb-4">
            <Field
              label={t('referral_address')}
              hint={t('referral_address_hint')}
              name="referralAddress"
              autoComplete="off"
              maxLength={300}
            />
            {colleagues.length > 0 && (
              <Select label={t('referral_or')} name="referralId" defaultValue="">
                <option value="">{t('referral_nobody')}</option>
                {colleagues.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </div>
        </ActForm>
      </Section>
    </div>
  ));
}
