import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { NotYours } from '@/components/auth/not-yours';
import { EmptyState } from '@/components/ui/empty-state';
import { Narrow, PageTitle, TextLink } from '@/components/ui/page';
import { Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { contactById } from '@/lib/contacts/queries';
import { dayOf, type Reading } from '@/lib/language/moments';
import { readingNow } from '@/lib/policy/queries';
import type { UndoableAct } from '@/lib/replies/acts/act';
import { lastActsOf } from '@/lib/replies/acts/queries';
import { askAgain } from '@/lib/sync/asking/actions';
import { answersToUndo, type JustAnswered } from '@/lib/sync/asking/queries';
import { KeptInPlace, type KeptRow } from './kept-in-place';
import { Undo } from './undo';
import { UndoForm } from './undo-form';

const most = 20;

/** The last twenty things one did that can be taken back, with one person if one is named. What cannot is not here. */
export async function ActsPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  if (!mayWrite(actor)) return <NotYours actor={actor} takes="writer" />;
  const about = z.uuid().safeParse(firstOf(asked, 'contact')).data;
  const [t, contact, reading, language] = await Promise.all([
    getTranslations('acts'),
    about ? contactById(actor, about) : null,
    getLocale().then(readingNow),
    getLocale(),
  ]);
  const [acts, answers] = await Promise.all([
    lastActsOf(actor, { most, contactId: contact?.id ?? null }),
    answersToUndo(actor, most),
  ]);
  const here = { ...reading, zone: actor.timeZone };
  const rows = [
    ...acts.map((act) => ({ at: act.at, row: (key: Shortcut) => actRow(act, key, t, here, reading.zone) })),
    ...answers
      .filter(({ to, within }) => !contact || [to?.id, within?.id].includes(contact.id))
      .map((answer) => ({ at: answer.at, row: (key: Shortcut) => answerRow(answer, key, t, here) })),
  ]
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, most);
  return (
    <Narrow>
      <PageTitle
        lede={
          <>
            {t('lede')} {contact && <TextLink href="/acts">{t('all')}</TextLink>}
          </>
        }
      >
        {contact ? t('title_with', { name: contact.name }) : t('title')}
      </PageTitle>
      <KeptInPlace
        key={`${contact?.id ?? ''} ${language}`}
        label={t('title')}
        gone={t('undone')}
        rows={rows.map(({ row }, at) => row(at === 0 ? { shortcut: 'z' } : {}))}
      />
      {rows.length === 0 && (
        <EmptyState kind="done" title={t('none')}>
          {t('none_why')}
        </EmptyState>
      )}
    </Narrow>
  );
}

interface Shortcut {
  readonly shortcut?: string;
}

type Words = Awaited<ReturnType<typeof getTranslations<'acts'>>>;

function actRow(act: UndoableAct, key: Shortcut, t: Words, reading: Reading, rests: string): KeptRow {
  return {
    id: act.id,
    told: <Told act={act} reading={reading} rests={rests} />,
    undo: <Undo act={act} label={t('undo_of', { name: act.name })} {...key} />,
  };
}

function answerRow({ id, at, to, handle }: JustAnswered, key: Shortcut, t: Words, reading: Reading): KeptRow {
  const name = to?.name ?? handle;
  return {
    id,
    told: (
      <>
        <p className="wrap-anywhere">{t(to ? 'given' : 'left', { name, address: handle })}</p>
        <p className="row-where">
          <Time at={at} zone={reading.zone} now={reading.now} focusable />
        </p>
      </>
    ),
    undo: (
      <UndoForm
        action={askAgain}
        hidden={{ question: id, then: 'stay' }}
        submit={t('undo')}
        pending={t('working')}
        gone={t('undone')}
        label={t('undo_of', { name })}
        {...key}
      />
    ),
  };
}

async function Told({ act, reading, rests }: { act: UndoableAct; reading: Reading; rests: string }) {
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
    <>
      <p>{what}</p>
      {act.kind !== 'rested' && <Said by={bySide(act)}>{act.words}</Said>}
      <p className="row-where">
        <Time at={at} zone={reading.zone} now={reading.now} focusable />
      </p>
    </>
  );
}

const bySide = (act: UndoableAct) => (act.kind === 'logged' && act.detail === 'outbound' ? 'us' : 'them');
