import { getTranslations } from 'next-intl/server';
import { ActForm } from '@/components/gate/act-form';
import { ButtonLink } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { PageTitle } from '@/components/ui/page';
import type { Owner } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { simulate } from '@/lib/gate/simulation/queries';
import { decide } from '@/lib/policy/actions';
import { policyText } from '@/lib/policy/asked';
import { changedIn, type Policy } from '@/lib/policy/policy';
import { Simulated } from './simulated';
import { toldPolicy } from './told-policy';

interface PolicyLookedProps {
  owner: Owner;
  /** As it stands, and as it would be. */
  now: Policy;
  policy: Policy;
}

/** What a policy would change, before it is saved: from what to what, how many people, who they are. */
export async function PolicyLooked({ owner, now, policy }: PolicyLookedProps) {
  const [t, answer] = await Promise.all([getTranslations('policy'), askedOfTheLaw(owner, policy)]);
  const isAnswer = typeof answer === 'object';
  const before = isAnswer ? answer.before : now;
  const changed = changedIn(before, policy);
  const mayBeSaved = changed.length > 0 && (isAnswer || answer === 'too_slow');
  const back = (
    <ButtonLink href={`/settings/policy?${policyText(answer === 'zone_unknown' ? now : policy)}`}>
      {t('looked.back')}
    </ButtonLink>
  );
  return (
    <>
      <PageTitle lede={mayBeSaved && t('looked.lede')}>{t('looked.title')}</PageTitle>
      <div className="max-w-measure section-apart">
        {changed.length === 0 ? (
          <FormMessage kind="success">{t('unchanged')}</FormMessage>
        ) : (
          answer !== 'zone_unknown' && <FromTo before={before} after={policy} />
        )}
        {answer === 'zone_unknown' && (
          <FormMessage kind="error">{t('zone_unknown', { zone: policy.timeZone })}</FormMessage>
        )}
        {(answer === 'busy' || answer === 'too_slow') && (
          <FormMessage kind="error">{t(`looked.${answer}`)}</FormMessage>
        )}
      </div>
      {isAnswer && changed.length > 0 ? (
        <Simulated owner={owner} simulation={answer} after={policy}>
          <Save before={before} after={policy} />
          {back}
        </Simulated>
      ) : (
        <div className="acts pt-5">
          {mayBeSaved && <Save before={before} after={policy} />}
          {back}
        </div>
      )}
    </>
  );
}

async function FromTo({ before, after }: { before: Policy; after: Policy }) {
  const t = await getTranslations('policy');
  const was = toldPolicy(t, before);
  const changed = changedIn(before, after);
  return (
    <ul className="prose">
      {toldPolicy(t, after).map(
        ({ rule, name, value }, at) =>
          changed.includes(rule) && (
            <li key={rule} className="mt-2">
              {name}: <b>{t('looked.from_to', { from: was[at]?.value ?? '', to: value })}</b>
            </li>
          ),
      )}
    </ul>
  );
}

async function Save({ before, after }: { before: Policy; after: Policy }) {
  const t = await getTranslations('policy');
  return (
    <ActForm
      action={decide}
      hidden={{ policy: policyText(after), seen: policyText(before) }}
      submit={t('save')}
      pending={t('saving')}
      variant="first"
    />
  );
}

async function askedOfTheLaw(owner: Owner, policy: Policy) {
  try {
    return await simulate(owner, policy);
  } catch (error) {
    if (isEarshotError(error, 'invalid_input')) return 'zone_unknown';
    throw error;
  }
}
