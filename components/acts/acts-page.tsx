import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NotYours } from '@/components/auth/not-yours';
import { EmptyState } from '@/components/ui/empty-state';
import { Narrow, PageTitle, TextLink } from '@/components/ui/page';
import { Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import { dayOf, type Reading } from '@/lib/language/moments';
import { readingNow } from '@/lib/policy/queries';
import type { UndoableAct } from '@/lib/replies/acts/act';
import { lastActsOf } from '@/lib/replies/acts/queries';
import { Undo } from './undo';

const most = 20;

/** The last twenty things one did that can be taken back. What cannot is not here. */
export async function ActsPage() {
  const actor = await actorOrSignIn();
  if (!mayWrite(actor)) return <NotYours actor={actor} takes="writer" />;
  const t = await getTranslations('acts');
  const [acts, reading] = await Promise.all([lastActsOf(actor, { most }), getLocale().then(readingNow)]);
  const here = { ...reading, zone: actor.timeZone };
  return (
    <Narrow>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      {acts.length === 0 ? (
        <EmptyState kind="done" title={t('none')}>
          {t('none_why')}
        </EmptyState>
      ) : (
        <ul className="acts-list" role="list" aria-label={t('title')}>
          {acts.map((act) => (
            <ActItem key={act.id} act={act} reading={here} rests={reading.zone} />
          ))}
        </ul>
      )}
    </Narrow>
  );
}

async function ActItem({ act, reading, rests }: { act: UndoableAct; reading: Reading; rests: string }) {
  const [t, heard] = await Promise.all([getTranslations('acts'), getTranslations('outcomes.heard')]);
  const { name, contactId, at } = act;
  const person = (chunks: ReactNode) => <TextLink href={`/contacts/${contactId}`}>{chunks}</TextLink>;
  const what =
    act.kind === 'rested'
      ? t.rich('rested', { name, person, day: dayOf(act.until, { ...reading, zone: rests }) })
      : act.kind === 'heard'
        ? t.rich('heard', { name, person, outcome: heard(act.detail) })
        : t.rich(`logged.${act.detail}`, { name, person });
  return (
    <li>
      <div>
        <p>{what}</p>
        {act.kind !== 'rested' && <Said by={bySide(act)}>{act.words}</Said>}
        <p className="row-where">
          <Time at={at} zone={reading.zone} now={reading.now} focusable />
        </p>
      </div>
      <Undo act={act} label={t('undo_of', { name })} />
    </li>
  );
}

const bySide = (act: UndoableAct) => (act.kind === 'logged' && act.detail === 'outbound' ? 'us' : 'them');
