import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import type { Owner } from '@/lib/auth/mint';
import { revoke } from '@/lib/auth/team/actions';
import { pendingInvitations } from '@/lib/auth/team/queries';
import { systemClock } from '@/lib/clock/clock';
import { momentOf, dayOf } from '@/lib/language/moments';
import { ActionForm } from './action-form';

/** Links that somebody could still use, each with a way to take it back. */
export async function PendingInvitations({ owner }: { owner: Owner }) {
  const [pending, t, words] = await Promise.all([
    pendingInvitations(owner),
    getTranslations('team'),
    getTranslations('account'),
  ]);
  if (pending.length === 0) return null;
  const reading = { language: owner.language, zone: owner.timeZone, now: systemClock.now() };
  return (
    <Section caption={t('pending.caption')}>
      <Rows label={t('pending.caption')}>
        {pending.map(({ id, role, note, expiresAt }) => (
          <Row
            key={id}
            name={note ?? t('pending.nameless')}
            where={words(`roles.${role}`)}
            said={
              <span className="row-where" title={momentOf(expiresAt, reading)}>
                {t('pending.until', { day: dayOf(expiresAt, reading) })}
              </span>
            }
            state={
              <ActionForm
                action={revoke}
                hidden={{ id }}
                submit={t('pending.revoke')}
                pending={t('moment')}
                variant="quiet"
                inRow
              />
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
