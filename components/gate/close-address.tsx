import { getTranslations } from 'next-intl/server';
import { Checkbox, Field, Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { DoorFact } from '@/lib/gate/facts/queries';
import { closeAddress } from '@/lib/suppressions/actions';
import { ActForm } from './act-form';

/** With which one stops writing to an address of a contact, whoever else it may belong to. */
export async function CloseAddress({ doors }: { doors: readonly DoorFact[] }) {
  const [t, channels] = await Promise.all([getTranslations('closers'), getTranslations('channels.title')]);
  const named = ({ channel, typed }: DoorFact) => `${channels(channel)} · ${typed}`;
  return (
    <div className="mt-4">
      <Fold summary={t('close_address')}>
        <p className="hint">{t('close_address_lede')}</p>
        <ActForm action={closeAddress} submit={t('close')} pending={t('working')} variant="danger">
          <div className="pb-4">
            <Select label={t('which')} name="addressId" required>
              {doors.map((door) => (
                <option key={door.id} value={door.id}>
                  {named(door)}
                </option>
              ))}
            </Select>
            {doors.some(({ channel }) => channel === 'email') && (
              <div className="mt-3">
                <Checkbox name="domain" label={t('whole_domain')} />
              </div>
            )}
            <Field label={t('reason')} name="reason" required maxLength={500} />
          </div>
        </ActForm>
      </Fold>
    </div>
  );
}
