import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Narrow } from '@/components/ui/page';
import { actorOrSignIn, mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import type { Reading } from '@/lib/language/moments';
import { mayHearAgain, type HearAgain } from '@/lib/replies/again';
import {
  colleaguesOf,
  listening,
  nextToListen,
  waitingToBeHeard,
  type Listening,
  type PastHearing,
} from '@/lib/replies/queries';
import { HearForm } from './hear-form';
import { HeardJustNow } from './heard-just-now';
import { ListenHead } from './listen-head';
import { outcomePlan } from './outcome-plan';
import { TheirWords } from './their-words';
import { WasHeard } from './was-heard';

const countedTo = 10_000;

/** One conversation at a time: what somebody said, large, and what it comes to. */
export async function ListenPage({ messageId, asked }: { messageId: string; asked: Asked }) {
  const actor = await actorOrSignIn();
  const here = await listening(actor, messageId);
  if (!here) notFound();
  const reading = { language: await getLocale(), zone: actor.timeZone, now: systemClock.now() };
  const done = Math.min(Math.max(Number(firstOf(asked, 'done')) || 0, 0), countedTo);
  const waiting = here.hearing ? 0 : await waitingToBeHeard(actor, countedTo);
  const again =
    here.hearing &&
    mayHearAgain(here.hearing, { userId: actor.userId, owns: mayOwn(actor), now: reading.now });
  return (
    <Narrow>
      <HeardJustNow messageId={firstOf(asked, 'last')} actor={actor} />
      <ListenHead
        here={here}
        progress={waiting > 0 ? { at: done + 1, total: done + waiting } : null}
        reading={reading}
      />
      <TheirWords here={here} reading={reading} />
      {here.hearing && <WasHeard hearing={here.hearing} again={again} by={actor} reading={reading} />}
      <Hearing
        actor={actor}
        here={here}
        messageId={messageId}
        done={done}
        again={again}
        language={reading.language}
      />
    </Narrow>
  );
}

interface HearingProps {
  actor: Actor;
  here: Listening;
  messageId: string;
  done: number;
  again: HearAgain | null;
  language: Reading['language'];
}

async function Hearing({ actor, here, messageId, done, again, language }: HearingProps) {
  const t = await getTranslations('listen');
  if (!mayWrite(actor)) return <p className="lede">{t('reader')}</p>;
  if (again === 'no') return null;
  const { name, givenName, organization, people } = here.contact;
  const colleagues = await colleaguesOf(actor, here.contact.id);
  const speaker = { name: givenName ?? name, organization, people, pitches: here.pitches, colleagues };
  const [plan, next, ui] = await Promise.all([
    outcomePlan(speaker, language),
    here.hearing ? null : nextToListen(actor, here.waiting),
    getTranslations('ui'),
  ]);
  return (
    <HearForm
      key={messageId}
      messageId={messageId}
      done={done}
      plan={plan}
      before={here.hearing ? heardBefore(here.hearing) : {}}
      reason={again === 'with_a_reason' ? { label: t('reason'), hint: t('reason_hint') } : undefined}
      skip={next ? { href: `/listen/${next}?done=${done}`, label: t('skip') } : undefined}
      words={{ heard: t('heard'), pending: ui('working') }}
    />
  );
}

function heardBefore({ outcome, scope, pitchId, until, words, whatWeHeard }: PastHearing) {
  return {
    outcome,
    scope,
    aboutPitchId: pitchId,
    until: until?.toISOString().slice(0, 10) ?? null,
    words,
    whatWeHeard,
  };
}
