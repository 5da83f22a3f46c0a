import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Section } from '@/components/ui/page';
import { Rows } from '@/components/ui/rows';
import type { Owner } from '@/lib/auth/actor';
import { changes } from '@/lib/gate/simulation/openness';
import { usualLimits, whoIs } from '@/lib/gate/simulation/queries';
import { wishes } from '@/lib/gate/simulation/reach';
import type { Simulation } from '@/lib/gate/simulation/simulation';
import { counted } from '@/lib/language/counted';
import type { Policy } from '@/lib/policy/policy';
import { changedIn } from '@/lib/policy/policy';
import { readingNow } from '@/lib/policy/queries';
import { TouchedRow } from './touched-row';

interface SimulatedProps {
  owner: Owner;
  simulation: Simulation;
  after: Policy;
  /** What can be done now. */
  children: ReactNode;
}

/** How many people a policy would close and open, and the first of them. */
export async function Simulated({ owner, simulation, after, children }: SimulatedProps) {
  const { before, counts, first, asked, reached } = simulation;
  const [t, reading, people] = await Promise.all([
    getTranslations('policy.looked'),
    getLocale().then(readingNow),
    whoIs(
      owner,
      first.map(({ contactId }) => contactId),
    ),
  ]);
  const most = usualLimits.counted;
  const many = (count: number) =>
    count > most ? `${counted(most, reading.language).many}+` : counted(count, reading.language).many;
  const told = wishes.flatMap((wish) =>
    changes.flatMap((change) => {
      const count = counts[wish][change];
      return count > 0 ? [t(`${wish}.${change}`, { count, many: many(count) })] : [];
    }),
  );
  const total = wishes
    .flatMap((wish) => changes.map((change) => counts[wish][change]))
    .reduce((a, b) => a + b);
  const isOnlySaid = changedIn(before, after).join() === 'invitationNeeded';
  return (
    <>
      <div className="max-w-measure prose pt-4" role="status">
        {told.map((sentence) => (
          <p key={sentence} className="mt-2">
            {sentence}
          </p>
        ))}
        {total === 0 && reached === 'whole' && <p>{t(isOnlySaid ? 'only_said' : 'nobody')}</p>}
        {reached === 'counted_enough' && <p className="mt-2">{t('counted_enough')}</p>}
        {reached === 'out_of_time' && <p className="mt-2">{t('out_of_time', { asked })}</p>}
      </div>
      <div className="acts pt-5">{children}</div>
      {first.length > 0 && (
        <Section caption={total > first.length ? t('first', { count: first.length }) : t('all')} apart>
          <Rows label={t('all')}>
            {first.map((one) => (
              <TouchedRow
                key={`${one.contactId} ${one.wish}`}
                touched={one}
                who={people.get(one.contactId)}
                reading={reading}
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}
