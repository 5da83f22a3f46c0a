import { useTranslations } from 'next-intl';
import { ActForm } from '@/components/gate/act-form';
import { Confirm, Fold } from '@/components/ui/fold';
import { takeAddress } from '@/lib/contacts/actions';
import { addressChannels } from '@/lib/contacts/addresses';
import type { KeptAddress, KeptContact } from '@/lib/contacts/queries';
import { AddAddress } from './add-address';

/** The addresses of somebody: whose door each is, one taken away, another added. */
export function KeptAddresses({ contact }: { contact: KeptContact }) {
  const t = useTranslations('contact_form');
  const channel = useTranslations('channels.name');
  const { id, addresses } = contact;
  return (
    <div className="max-w-[560px]">
      {addresses.length === 0 && <p className="lede">{t('no_addresses')}</p>}
      <ul role="list">
        {addresses.map((address) => (
          <li key={address.id} className="border-line border-b py-3">
            <p>
              {address.typed} <span className="text-faint">· {channel(address.channel)}</span>
            </p>
            <Whose address={address} />
            {address.state !== 'retired' && (
              <Confirm act={t('retire')}>
                <p className="pb-3">{t('retire_why')}</p>
                <ActForm
                  action={takeAddress}
                  hidden={{ contactId: id, id: address.id }}
                  submit={t('retire')}
                  pending={t('pending')}
                  variant="danger"
                />
              </Confirm>
            )}
          </li>
        ))}
      </ul>
      <div className="pt-4">
        <Fold summary={t('add_address')}>
          <AddAddress
            contactId={id}
            channels={addressChannels.map((value) => ({ value, label: channel(value) }))}
            words={{
              ...{ channel: t('channel'), typed: t('typed'), share: t('share') },
              ...{ submit: t('add_address'), pending: t('pending') },
            }}
          />
        </Fold>
      </div>
    </div>
  );
}

function Whose({ address }: { address: KeptAddress }) {
  const t = useTranslations('contact_form.state');
  if (address.state === 'held') return null;
  return (
    <p className="text-faint text-[13px]">
      {address.state === 'shared' ? t('shared', { holder: address.holder?.name ?? '…' }) : t('retired')}
    </p>
  );
}
