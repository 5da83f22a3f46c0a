import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import type { Actor } from '@/lib/auth/mint';
import { signMeOutEverywhere } from '@/lib/auth/profile/actions';
import { endOne, endOthers } from '@/lib/auth/sessions/actions';
import { openSessions, type OpenSession } from '@/lib/auth/sessions/queries';
import { systemClock } from '@/lib/clock/clock';
import { dayOf, hourOf, momentOf } from '@/lib/language/moments';
import { ActionForm } from './action-form';

/** Where somebody is signed in, this browser first, each with a way to end it. */
export async function Sessions({ actor }: { actor: Actor }) {
  const [t, sessions] = await Promise.all([getTranslations('profile'), openSessions(actor)]);
  const others = sessions.filter(({ here }) => !here);
  return (
    <Section caption={t('sessions')} id="sessions">
      <p className="lede">{t('session.lede')}</p>
      <Rows label={t('sessions')}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} actor={actor} />
        ))}
      </Rows>
      {others.length > 0 && (
        <ActionForm
          action={endOthers}
          submit={t('session.end_others')}
          pending={t('moment')}
          variant="plain"
        />
      )}
      <p className="lede mt-8">{t('everywhere')}</p>
      <ActionForm
        action={signMeOutEverywhere}
        submit={t('sign_out_everywhere')}
        pending={t('moment')}
        variant="plain"
      />
    </Section>
  );
}

async function SessionRow({ session, actor }: { session: OpenSession; actor: Actor }) {
  const t = await getTranslations('profile');
  const { id, browser, system, begunAt, lastSeenAt, here } = session;
  const reading = { language: actor.language, zone: actor.timeZone, now: systemClock.now() };
  const known = browser && system ? 'both' : browser ? 'browser' : system ? 'system' : 'neither';
  const device = t(`session.device.${known}`, { browser: browser ?? '', system: system ?? '' });
  return (
    <Row
      name={device}
      where={t('session.begun', { day: dayOf(begunAt, reading), hour: hourOf(begunAt, reading) })}
      said={
        <span className="row-where" title={momentOf(lastSeenAt, reading)}>
          {here
            ? t('session.here')
            : t('session.seen', { day: dayOf(lastSeenAt, reading), hour: hourOf(lastSeenAt, reading) })}
        </span>
      }
      state={
        !here && (
          <ActionForm
            action={endOne}
            hidden={{ id }}
            submit={t('session.end')}
            label={t('session.end_one', { device })}
            pending={t('moment')}
            variant="quiet"
            inRow
          />
        )
      }
    />
  );
}
