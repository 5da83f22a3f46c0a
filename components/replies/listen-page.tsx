import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { JustLogged } from '@/components/log/just-logged';
import { Two } from '@/components/ui/page';
import { actorOrSignIn, mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { closersOf } from '@/lib/gate/closers/queries';
import { dateLanguages } from '@/lib/language/dates/lexicon';
import { dayInReply } from '@/lib/language/dates/read';
import { isoDay, type Reading } from '@/lib/language/moments';
import { readingNow } from '@/lib/policy/queries';
import { mayHearAgain, type HearAgain } from '@/lib/replies/again';
import { countedTo, numberIn } from '@/lib/replies/in-a-row';
import { guessOf, type Guess } from '@/lib/replies/suggested/guess';
import { namedIn } from '@/lib/replies/suggested/named';
import { learntModel } from '@/lib/replies/suggested/queries';
import {
  colleaguesOf,
  listening,
  nextToListen,
  waitingToBeHeard,
  type Listening,
  type PastHearing,
} from '@/lib/replies/queries';
import { answerTo, type AnswerGiven } from '@/lib/replies/answered/queries';
import { undoneIn, type Undone } from '@/lib/replies/undone';
import { nameOfWriter, type OtherWriter } from '@/lib/threads/mails/other-writer';
import { mailsOf, otherWritersOf } from '@/lib/threads/mails/queries';
import { earlierOf } from './earlier';
import { HearForm } from './hear-form';
import { HeardJustNow } from './heard-just-now';
import { JustChanged } from './just-changed';
import { ListenHead } from './listen-head';
import { NamedAlone } from './named-alone';
import { OurAnswer } from './our-answer';
import { outcomePlan } from './outcome-plan';
import { ReadsLike } from './reads-like';
import { TheirWords, WentBefore, type Suggested } from './their-words';
import { WasHeard } from './was-heard';

/** One conversation at a time: what somebody said, large, what it comes to, and what went before beside it. */
export async function ListenPage({ messageId, asked }: { messageId: string; asked: Asked }) {
  const actor = await actorOrSignIn();
  const here = await listening(actor, messageId);
  if (!here) notFound();
  const language = await getLocale();
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  const [done, skipped] = [numberIn(asked, 'done'), numberIn(asked, 'skipped')];
  const again =
    here.hearing &&
    mayHearAgain(here.hearing, { userId: actor.userId, owns: mayOwn(actor), now: reading.now });
  const undone = undoneIn(
    { stands: firstOf(asked, 'stands'), undone: firstOf(asked, 'undone') },
    here.hearing,
    again,
  );
  // Once it is undone and asked anew, the page is as it was before anybody heard it.
  const hearing = undone?.asksAnew ? null : here.hearing;
  const waiting = hearing ? 0 : (await waitingToBeHeard(actor, countedTo)) + (here.hearing ? 1 : 0);
  const total = done + waiting;
  const suggested = suggestedDay(here, await readingNow(language));
  const guess = hearing ? null : guessOf(here.said, await learntModel());
  const ids = [...here.said, ...here.before].map(({ id }) => id);
  const [mails, writers, answered] = await Promise.all([
    mailsOf(actor, ids),
    otherWritersOf(actor, ids),
    answerTo(actor, messageId),
  ]);
  const main = (
    <>
      <HeardJustNow messageId={firstOf(asked, 'last')} {...{ done, actor }} />
      <JustChanged
        name={here.contact.givenName ?? here.contact.name}
        undone={undone}
        now={here.hearing?.outcome ?? null}
        linked={firstOf(asked, 'linked') !== null}
      />
      <JustLogged asked={asked} actor={actor} contact={here.contact} />
      <ListenHead
        here={here}
        progress={waiting > 0 ? { at: Math.min(done + skipped + 1, total), total } : null}
        reading={reading}
      />
      <TheirWords {...{ here, suggested, mails, writers, reading }} />
      {answered && <OurAnswer answer={answered} by={actor} reading={reading} />}
      {guess && <ReadsLike guess={guess} />}
      {hearing && <WasHeard {...{ hearing, again, reading }} by={actor} />}
      {hearing && (
        <NamedAlone {...{ actor, messageId }} colleagues={await colleaguesOf(actor, here.contact.id)} />
      )}
      <Hearing
        {...{ actor, here, hearing, undone, messageId, done, skipped, again, suggested, guess, answered }}
        language={language}
        isInARow={firstOf(asked, 'done') !== null}
        writer={writers.get(messageId)}
      />
    </>
  );
  const t = await getTranslations('listen');
  return (
    <Two label={t('before')} aside={<WentBefore {...{ here, writers, reading }} />}>
      <div className="group/listen max-w-[720px]">{main}</div>
    </Two>
  );
}

// The last thing they said counts most. "In two weeks" is counted from the day it was said; what is over rests nobody.
function suggestedDay({ said, contact }: Listening, { now, zone }: Reading): Suggested | null {
  const languages = dateLanguages.filter((one) => contact.language?.startsWith(one));
  for (const { id, body, occurredAt } of said.toReversed()) {
    const read = dayInReply(body, { today: isoDay(occurredAt, zone), languages });
    if (read && read.day > isoDay(now, zone)) return { ...read, messageId: id };
  }
  return null;
}

interface HearingProps {
  actor: Actor;
  here: Listening;
  /** How it was heard, unless that was undone and is asked anew. */
  hearing: PastHearing | null;
  undone: Undone | null;
  messageId: string;
  /** Whether one came from the row of those that are listened to. */
  isInARow: boolean;
  done: number;
  skipped: number;
  again: HearAgain | null;
  suggested: Suggested | null;
  guess: Guess | null;
  answered: AnswerGiven | null;
  /** Who wrote it, where somebody else did. */
  writer: OtherWriter | undefined;
  language: Reading['language'];
}

async function Hearing(props: HearingProps) {
  const { actor, here, hearing, messageId, done, again, suggested, guess, answered, language, undone } =
    props;
  const t = await getTranslations('listen');
  if (!mayWrite(actor)) return <p className="lede">{t('reader')}</p>;
  if (again === 'no') return null;
  const { name, givenName, organization, people } = here.contact;
  const writer = props.writer && nameOfWriter(props.writer);
  const named = hearing
    ? null
    : namedIn(
        here.said.map(({ body }) => body),
        [name, givenName ?? '', writer ?? '', props.writer?.address ?? '', ...here.contact.handles],
      );
  const colleagues = withNamed(await colleaguesOf(actor, here.contact.id), hearing);
  const speaker = { name: givenName ?? name, organization, people, pitches: here.pitches, colleagues };
  const earlier = earlierOf(await closersOf(actor, here.contact.id), lastOf(here));
  const [plan, skip, ui] = await Promise.all([
    outcomePlan(speaker, language, { suggested, named, answered, earlier, writer: writer ?? null }),
    wayOn(props),
    getTranslations('ui'),
  ]);
  return (
    <HearForm
      key={messageId}
      messageId={messageId}
      done={done}
      plan={plan}
      before={hearing ? heardBefore(hearing) : atFirst(guess, organization !== null, undone)}
      reason={again === 'with_a_reason' ? { label: t('reason'), hint: t('reason_hint') } : undefined}
      skip={skip}
      words={{ heard: t('heard'), pending: ui('working'), noting: t('noting', { outcome: '{outcome}' }) }}
    />
  );
}

function lastOf({ said }: Listening) {
  const last = said.at(-1);
  return last && { id: last.id, at: last.occurredAt };
}

// Somebody who waits is put off; what was heard is left as it is. Both lead on in the row.
async function wayOn({ actor, here, hearing, undone, messageId, isInARow, done, skipped }: HearingProps) {
  const [t, heard] = await Promise.all([getTranslations('listen'), getTranslations('outcomes.heard')]);
  if (!here.hearing) {
    const next = await nextToSkipTo(actor, here, messageId);
    const around = next?.around ? 0 : skipped + 1;
    return next ? { href: `/listen/${next.id}?done=${done}&skipped=${around}`, label: t('skip') } : undefined;
  }
  if (hearing && !undone && !isInARow) return undefined;
  const next = await nextToListen(actor);
  const href = `/listen${next ? `/${next}` : ''}?done=${done + 1}&last=${messageId}`;
  return { href, label: t('leave', { outcome: heard(here.hearing.outcome) }) };
}

// Behind the last in the line stands the first again.
async function nextToSkipTo(actor: Actor, here: Listening, messageId: string) {
  const after = await nextToListen(actor, here.waiting);
  if (after) return { id: after, around: false };
  const first = await nextToListen(actor);
  return first && first !== messageId && here.waiting ? { id: first, around: true } : null;
}

// What was just undone is chosen by nobody but whoever undid it.
function atFirst(guess: Guess | null, hasOrganization: boolean, undone: Undone | null) {
  const { outcome, ...rest } = { outcome: undefined, ...guessed(guess, hasOrganization) };
  return undone || outcome === undefined ? rest : { outcome, ...rest };
}

// Filled in before anybody chooses. How far a no reaches is never guessed narrower than the person who said it.
function guessed(guess: Guess | null, hasOrganization: boolean) {
  if (!guess) return {};
  const { outcome, scope, words } = guess;
  return { outcome, words, scope: scope === 'organization' && hasOrganization ? scope : 'person' };
}

// Whoever they named stands among those one chooses from, wherever they belong.
function withNamed(known: readonly { id: string; name: string }[], hearing: PastHearing | null) {
  const one = hearing?.named?.contact;
  return one && !known.some(({ id }) => id === one.id) ? [one, ...known] : known;
}

function heardBefore({ outcome, scope, pitchId, until, words, whatWeHeard, named }: PastHearing) {
  return {
    referral: named?.named ?? null,
    referralId: named?.contact?.id ?? null,
    outcome,
    scope,
    aboutPitchId: pitchId,
    until: until?.toISOString().slice(0, 10) ?? null,
    words,
    whatWeHeard,
  };
}
