import { getTranslations } from 'next-intl/server';
import { ActForm } from '@/components/gate/act-form';
import { Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { Section } from '@/components/ui/page';
import type { Actor } from '@/lib/auth/actor';
import { peopleWhoWrite } from '@/lib/contacts/list/choices/queries';
import type { KeptContact } from '@/lib/contacts/queries';
import { changeOwner } from '@/lib/contacts/whose/actions';

interface WhoseProps {
  contact: KeptContact;
  actor: Actor;
  /** Whether it may be changed in place. */
  writes: boolean;
}

/** Who looks after somebody: chosen by hand, and apart from who is in conversation with them. */
export async function Whose({ contact: { id, owner }, actor, writes }: WhoseProps) {
  const people = await peopleWhoWrite(actor);
  const [t, ui] = await Promise.all([getTranslations('contact_form.whose'), getTranslations('ui')]);
  // Who works alone looks after everybody.
  if (people.length < 2 && !owner) return null;
  return (
    <Section caption={t('caption')}>
      <p>{owner ? (owner.id === actor.userId ? t('you') : owner.name) : t('nobody')}</p>
      {writes && (
        <Fold summary={t('edit')}>
          <ActForm action={changeOwner} hidden={{ contactId: id }} submit={ui('save')} pending={ui('saving')}>
            <div className="pb-4">
              <Select name="owner" label={t('caption')} hint={t('hint')} defaultValue={owner?.id ?? ''}>
                <option value="">{t('nobody')}</option>
                {people.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </Select>
            </div>
          </ActForm>
        </Fold>
      )}
    </Section>
  );
}
