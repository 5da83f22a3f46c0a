import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { NotYours } from '@/components/auth/not-yours';
import { Folded } from '@/components/replies/folded';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Narrow } from '@/components/ui/page';
import { Heard, Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import { actorOrSignIn, mayWrite, type Writer } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import type { Reading } from '@/lib/language/moments';
import { readApart } from '@/lib/mail/reading/apart';
import { askedAbout, openQuestions, type AskedAbout } from '@/lib/sync/asking/queries';
import { Candidates } from './candidates';
import { JustAnswered } from './just-answered';
import { SomebodyElse } from './somebody-else';

/** One mail at a time of which nobody knows whose it is: what they wrote, and whose it may be. */
export async function QuestionsPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  if (!mayWrite(actor)) return <NotYours actor={actor} takes="writer" />;
  const [t, language, open] = await Promise.all([
    getTranslations('mail'),
    getLocale(),
    openQuestions(actor, 100),
  ]);
  const wanted = z.uuid().safeParse(firstOf(asked, 'at')).data;
  const place = Math.max(
    0,
    open.findIndex(({ id }) => id === wanted),
  );
  const [here, next] = [open[place], open[place + 1] ?? open[0]];
  const question = here ? await askedAbout(actor, here.id, (bytes) => readApart(bytes)) : null;
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  return (
    <Narrow>
      <JustAnswered actor={actor} asked={asked} />
      {question ? (
        <One
          {...{ writer: actor, question, reading }}
          progress={{ at: place + 1, total: open.length }}
          next={next && next.id !== question.id ? next.id : null}
          sought={firstOf(asked, 'else') ? (firstOf(asked, 'q') ?? '') : null}
        />
      ) : (
        <>
          <h1 className="cap">{t('title')}</h1>
          <EmptyState
            kind="done"
            title={t('none')}
            acts={
              <ButtonLink href="/today" shortcut="Enter">
                {t('to_today')}
              </ButtonLink>
            }
          >
            {t('none_why')}
          </EmptyState>
        </>
      )}
    </Narrow>
  );
}

interface OneProps {
  writer: Writer;
  question: AskedAbout;
  progress: { at: number; total: number };
  next: string | null;
  /** What is searched for among everybody; null while nobody asked for somebody else. */
  sought: string | null;
  reading: Reading;
}

function One({ writer, question, progress, next, sought, reading }: OneProps) {
  const t = useTranslations('mail');
  const { handle, name, at, subject, words } = question;
  return (
    <>
      <h1 className="cap">
        {t('title')}
        {progress.total > 1 && ` · ${t('progress', progress)}`}
      </h1>
      <p className="pt-4">
        <strong className="font-medium">{name ?? handle}</strong>
        {name && <span className="text-soft wrap-anywhere"> {handle}</span>}
        <span className="row-where">
          {' · '}
          <Time at={at} zone={reading.zone} now={reading.now} focusable />
        </span>
      </p>
      {subject && <p className="wrap-anywhere">{subject}</p>}
      <Words words={words} />
      <p className="lede pb-4">
        {whyAsked(question, t)} {t('theirs_then', { address: handle })}
      </p>
      <Candidates {...{ question, reading }} isElse={sought !== null} />
      {sought === null && next && (
        <p className="acts pt-4">
          <ButtonLink href={`/mail/questions?at=${next}`} variant="quiet" shortcut="n">
            {t('later')}
          </ButtonLink>
        </p>
      )}
      {sought !== null && <SomebodyElse {...{ writer, question, sought }} />}
    </>
  );
}

function whyAsked({ kind, contact, isHeard }: AskedAbout, t: ReturnType<typeof useTranslations<'mail'>>) {
  if (kind === 'which_contact') return t('which_why');
  return t(isHeard ? 'other_heard_why' : 'other_why', { name: contact?.name ?? '' });
}

const large = 400;

function Words({ words }: { words: string | null }) {
  const t = useTranslations('mail');
  if (words === null || words.trim() === '')
    return <p className="lede py-4">{t(words === null ? 'unreadable' : 'wordless')}</p>;
  if (words.length <= large) return <Heard>{words}</Heard>;
  return (
    <div className="my-5">
      <Folded text={words}>
        <blockquote>
          <Said by="them" whole>
            {words}
          </Said>
        </blockquote>
      </Folded>
    </div>
  );
}
