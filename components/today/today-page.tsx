import { getLocale, getTranslations } from 'next-intl/server';
import { PageTitle, Section, TextLink } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { DeafMailboxes } from '@/components/mailboxes/deaf-mailboxes';
import { QuestionsWaiting } from '@/components/mail/questions-waiting';
import { HeardJustNow } from '@/components/replies/heard-just-now';
import { SampleHere } from '@/components/today/sample-people';
import { SomethingWrong } from '@/components/today/something-wrong';
import { TwoZones } from '@/components/frame/two-zones';
import { WaitingCopies } from '@/components/write/waiting-copies';
import { WokenDrafts } from '@/components/write/woken-drafts';
import { actorOrSignIn, mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import type { Reading } from '@/lib/language/moments';
import { countsOf, peopleIn, thanksFree, todaySummary, turnHere } from '@/lib/replies/today/queries';
import { isTab, rowCursor, rowPlace, tabs, type TodayTab } from '@/lib/replies/today/tabs';
import { FirstSteps, StepsLeft } from './first-steps';
import { People } from './people';
import { TodayLede, TodayTitle } from './today-title';
import { WeekInNumbers } from './week';

const onAPage = 50;
const countedTo = 10_000;
const thanksShown = 6;
/** What the first tab shows of the two after it. */
const glances: readonly { tab: TodayTab; most: number }[] = [
  { tab: 'your_turn', most: 5 },
  { tab: 'their_turn', most: 3 },
];

/** What people said, whose turn it is, who rests, who stopped. */
export async function TodayPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const summary = await todaySummary(actor, countedTo);
  if (summary.contacts === 0) return <FirstSteps actor={actor} />;
  const wanted = firstOf(asked, 'tab');
  const tab = isTab(wanted) ? wanted : 'listen';
  const [t, standing, counts, turn, language] = await Promise.all([
    getTranslations('today'),
    getTranslations('standing'),
    countsOf(actor, countedTo),
    turnHere(actor, countedTo),
    getLocale(),
  ]);
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  return (
    <>
      <a href="#people" className="skip">
        {t('skip')}
      </a>
      <SomethingWrong actor={actor} language={language} />
      <DeafMailboxes actor={actor} />
      <PageTitle lede={<TodayLede {...{ summary, reading }} />}>
        <TodayTitle summary={summary} />
      </PageTitle>
      <WeekInNumbers actor={actor} />
      <QuestionsWaiting actor={actor} />
      <WaitingCopies actor={actor} />
      <HeardJustNow messageId={firstOf(asked, 'last')} actor={actor} />
      <Tabs
        label={t('tabs')}
        tabs={tabs.map((one) => ({
          href: `/today?tab=${one}`,
          label: standing(one === 'your_turn' ? turn : one),
          count: counts[one],
          current: one === tab,
        }))}
      />
      <div id="people" tabIndex={-1} className="outline-none">
        <TabOf actor={actor} tab={tab} after={firstOf(asked, 'after') ?? undefined} reading={reading} />
      </div>
      <WokenDrafts actor={actor} />
      {tab === 'listen' && <Glances {...{ actor, counts, turn, reading }} />}
      {tab === 'listen' && <StepsLeft actor={actor} />}
      <SampleHere actor={actor} />
      <TwoZones actor={actor} />
    </>
  );
}

interface TabProps {
  actor: Actor;
  tab: TodayTab;
  after: string | undefined;
  reading: Reading;
}

async function TabOf({ actor, tab, after, reading }: TabProps) {
  const place = rowPlace(after);
  const [ui, { people, more }] = await Promise.all([
    getTranslations('ui'),
    peopleIn(actor, tab, { after: place, most: onAPage }),
  ]);
  const last = people.at(-1);
  return (
    <>
      <People {...{ tab, people, reading, after }} mayWrite={mayWrite(actor)} />
      <Pager
        label={ui('pages')}
        newer={place ? { href: `/today?tab=${tab}`, label: ui('newer') } : undefined}
        older={
          more && last
            ? { href: `/today?tab=${tab}&after=${rowCursor(last)}`, label: ui('older') }
            : undefined
        }
      />
      {tab === 'your_turn' && !more && mayWrite(actor) && <ThanksFree actor={actor} reading={reading} />}
    </>
  );
}

// After what is owed: nobody waits for these, and a thank-you is welcome all the same.
async function ThanksFree({ actor, reading }: Pick<TabProps, 'actor' | 'reading'>) {
  const people = await thanksFree(actor, thanksShown);
  if (people.length === 0) return null;
  const t = await getTranslations('today.thanks');
  return (
    <Section caption={t('caption')} apart>
      <p className="lede">{t('why')}</p>
      <People tab="thanks" {...{ people, reading }} mayWrite={mayWrite(actor)} />
    </Section>
  );
}

interface GlancesProps extends Pick<TabProps, 'actor' | 'reading'> {
  counts: Record<TodayTab, number>;
  turn: 'your_turn' | 'our_turn';
}

async function Glances({ actor, counts, turn, reading }: GlancesProps) {
  const standing = await getTranslations('standing');
  return glances.map(async ({ tab, most }) => {
    const none = { people: [], more: false };
    const { people, more } = counts[tab] > 0 ? await peopleIn(actor, tab, { after: null, most }) : none;
    return (
      <People
        key={tab}
        {...{ tab, people, reading }}
        mayWrite={mayWrite(actor)}
        caption={standing(tab === 'your_turn' ? turn : tab)}
        more={more && <AllOf tab={tab} count={counts[tab]} />}
      />
    );
  });
}

async function AllOf({ tab, count }: { tab: TodayTab; count: number }) {
  const [t, format] = [await getTranslations('today'), new Intl.NumberFormat(await getLocale())];
  return (
    <p className="row-where pt-3">
      <TextLink href={`/today?tab=${tab}`}>
        {t('all', { count: format.format(count) + (count >= countedTo ? '+' : '') })}
      </TextLink>
    </p>
  );
}
