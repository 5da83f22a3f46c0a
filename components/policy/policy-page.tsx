import { getTranslations } from 'next-intl/server';
import { PageTitle, Section } from '@/components/ui/page';
import { Facts } from '@/components/ui/table';
import { actorOrSignIn, mayOwn, mayWrite } from '@/lib/auth/actor';
import type { Policy } from '@/lib/policy/policy';
import { currentPolicy } from '@/lib/policy/queries';
import { CloseTyped } from './close-typed';
import { countWord } from './count-word';
import { PolicyForm } from './policy-form';

const fixed = ['stop', 'no', 'rest', 'listen', 'answer', 'silence'] as const;

/** What a team may decide for itself, in words; what nobody can; and what nobody writes to. */
export async function PolicyPage() {
  const actor = await actorOrSignIn();
  const [t, policy] = await Promise.all([getTranslations('policy'), currentPolicy()]);
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      <div className="max-w-measure section-apart">
        {mayOwn(actor) ? <PolicyForm policy={policy} /> : <AsItStands policy={policy} />}
      </div>
      <Section caption={t('fixed')} apart>
        <ul className="prose">
          {fixed.map((rule) => (
            <li key={rule} className="mt-2">
              {t(`fixed_rules.${rule}`)}
            </li>
          ))}
        </ul>
      </Section>
      {mayWrite(actor) && <CloseTyped />}
    </>
  );
}

async function AsItStands({ policy }: { policy: Policy }) {
  const t = await getTranslations('policy');
  const facts = [
    { name: t('zone'), value: policy.timeZone },
    { name: t('never_answered'), value: t(`how_many.${countWord(policy.followUpsNeverAnswered)}`) },
    { name: t('in_conversation'), value: t(`how_many.${countWord(policy.followUpsInConversation)}`) },
    { name: t('invitation'), value: t(`invitations.${policy.invitationNeeded}`) },
  ];
  return (
    <Section caption={t('now')}>
      <Facts facts={facts} />
      <p className="hint mt-3">{t('only_owner')}</p>
    </Section>
  );
}
