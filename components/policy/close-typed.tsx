import { getTranslations } from 'next-intl/server';
import { ActForm } from '@/components/gate/act-form';
import { Field, Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { Section } from '@/components/ui/page';
import { addressChannels } from '@/lib/contacts/addresses';
import { closeTyped } from '@/lib/suppressions/actions';

/** Closes an address or a domain by hand, known here or not. */
export async function CloseTyped() {
  const [t, words, channels] = await Promise.all([
    getTranslations('policy'),
    getTranslations('closers'),
    getTranslations('channels.title'),
  ]);
  return (
    <Section caption={t('closed')}>
      <div className="max-w-measure">
        <p className="lede mb-2">{t('closed_lede')}</p>
        <Fold summary={words('close_address')}>
          <ActForm action={closeTyped} submit={words('close')} pending={words('working')} variant="danger">
            <div className="pb-4">
              <Select label={t('what')} name="what" defaultValue="email">
                {addressChannels.map((channel) => (
                  <option key={channel} value={channel}>
                    {channels(channel)}
                  </option>
                ))}
                <option value="domain">{t('a_domain')}</option>
              </Select>
              <Field
                label={t('typed')}
                name="typed"
                autoComplete="off"
                spellCheck={false}
                required
                maxLength={500}
              />
              <Field label={words('reason')} name="reason" required maxLength={500} />
            </div>
          </ActForm>
        </Fold>
      </div>
    </Section>
  );
}
