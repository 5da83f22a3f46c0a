import { getTranslations } from 'next-intl/server';
import { Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { Actor } from '@/lib/auth/actor';
import { sayWhoSpeaksNow } from '@/lib/gate/lifting/actions';
import { othersThere } from '@/lib/gate/lifting/queries';
import { ActForm } from './act-form';

interface NameSuccessorProps {
  actor: Actor;
  /** The no. */
  id: string;
  organization: string;
  /** Who said it. */
  who: string;
}

/** With which an owner names who speaks for an organization since somebody said no for it. */
export async function NameSuccessor({ actor, id, organization, who }: NameSuccessorProps) {
  const [t, others] = await Promise.all([getTranslations('lifting'), othersThere(actor, id)]);
  if (others.length === 0) return null;
  return (
    <Fold summary={t('successor.summary', { organization })}>
      <p className="hint">{t('successor.lede', { organization, who })}</p>
      <ActForm action={sayWhoSpeaksNow} hidden={{ id }} submit={t('successor.submit')} pending={t('working')}>
        <div className="pb-4">
          <Select label={t('successor.who')} name="contactId" required>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </div>
      </ActForm>
    </Fold>
  );
}
