import { getTranslations } from 'next-intl/server';
import { FormMessage } from '@/components/ui/form-message';
import { PageTitle, Section } from '@/components/ui/page';
import { Facts } from '@/components/ui/table';
import { actorOrSignIn, mayOwn, mayWrite } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { readPolicy } from '@/lib/policy/asked';
import type { Policy } from '@/lib/policy/policy';
import { currentPolicy } from '@/lib/policy/queries';
import { CloseTyped } from './close-typed';
import { PolicyForm } from './policy-form';
import { PolicyLooked } from './policy-looked';
import { toldPolicy } from './told-policy';

const fixed = ['stop', 'no', 'rest', 'listen', 'answer', 'silence'] as const;

/** What a team may decide for itself, in words; what nobody can; and what nobody writes to. */
export async function PolicyPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const [t, policy] = await Promise.all([getTranslations('policy'), currentPolicy()]);
  const wanted = readPolicy((name) => firstOf(asked, name));
  const isLooking = firstOf(asked, 'look') !== null;
  if (mayOwn(actor) && isLooking && wanted)
    return <PolicyLooked owner={actor} now={policy} policy={wanted} />;
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      {mayOwn(actor) && firstOf(asked, 'saved') && (
        <div className="pt-6">
          <FormMessage kind="success">{t('saved')}</FormMessage>
        </div>
      )}
      {isLooking && mayOwn(actor) && (
        <div className="pt-6">
          <FormMessage kind="error">{t('wrong')}</FormMessage>
        </div>
      )}
      <div className="max-w-measure section-apart">
        {mayOwn(actor) ? <PolicyForm policy={wanted ?? policy} /> : <AsItStands policy={policy} />}
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
  return (
    <Section caption={t('now')}>
      <Facts facts={toldPolicy(t, policy)} />
      <p className="hint mt-3">{t('only_owner')}</p>
    </Section>
  );
}
