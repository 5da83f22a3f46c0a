import { getLocale, getTranslations } from 'next-intl/server';
import { PageTitle, Section } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { HeardJustNow } from '@/components/replies/heard-just-now';
import { SampleHere } from '@/components/today/sample-people';
import { SomethingWrong } from '@/components/today/something-wrong';
import { WaitingCopies } from '@/components/write/waiting-copies';
import { actorOrSignIn, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { messagesAfterANo } from '@/lib/gate/log/after-a-no/queries';
import type { Reading } from '@/lib/language/moments';
import { countsOf, peopleIn, todaySummary } from '@/lib/replies/today/queries';
import { isTab, rowCursor, rowPlace, tabs, type TodayTab } from '@/lib/replies/today/tabs';
import { FirstSteps } from './first-steps';
import { People } from './people';
import { TodayLede, TodayTitle } from './today-title';

const onAPage = 50;
const countedTo = 10_000;
const week = 7 * 24 * 3_600_000;
/** What the first tab shows of the two after it. */
const glances: readonly { tab: TodayTab; most: number }[] = [
  { tab: 'your_turn', most: 5 },
  { tab: 'their_turn', most: 3 },
];

/** What people said, whose turn it is, who rests, who stopped. */
export async function TodayPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const summary = await todaySummary(actor);
  if (summary.contacts === 0) return <FirstSteps actor={actor} />;
  const wanted = firstOf(asked, 'tab');
  const tab = isTab(wanted) ? wanted : 'listen';
  const now = systemClock.now();
  const [t, standing, counts, afterANo, language] = await Promise.all([
    getTranslations('today'),
    getTranslations('standing'),
    countsOf(actor, countedTo),
    messagesAfterANo(actor, new Date(now.getTime() - week)),
    getLocale(),
  ]);
  const reading = { language, zone: actor.timeZone, now };
  return (
    <>
      <a href="#people" className="skip">
        {t('skip')}
      </a>
      <SomethingWrong actor={actor} reading={reading} />
      <PageTitle lede={<TodayLede {...{ summary, afterANo, reading }} />}>
        <TodayTitle summary={summary} />
      </PageTitle>
      <HeardJustNow messageId={firstOf(asked, 'last')} actor={actor} />
      <Tabs
        label={t('tabs')}
        tabs={tabs.map((one) => ({
          href: `/today?tab=${one}`,
          label: standing(one),
          count: counts[one],
          current: one === tab,
        }))}
      />
      <div id="people" tabIndex={-1} className="outline-none">
        <TabOf actor={actor} tab={tab} after={firstOf(asked, 'after') ?? undefined} reading={reading} />
      </div>
      <WaitingCopies actor={actor} />
      {tab === 'listen' && <Glances actor={actor} counts={counts} reading={reading} />}
      <SampleHere actor={actor} />
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
      <People tab={tab} people={people} reading={reading} />
      <Pager
        label={ui('pages')}
        newer={place ? { href: `/today?tab=${tab}`, label: ui('newer') } : undefined}
        older={
          more && last
            ? { href: `/today?tab=${tab}&after=${rowCursor(last)}`, label: ui('older') }
            : undefined
        }
      />
    </>
  );
}

async function Glances({
  actor,
  counts,
  reading,
}: {
  actor: Actor;
  counts: Record<TodayTab, number>;
  reading: Reading;
}) {
  const standing = await getTranslations('standing');
  return glances
    .filter(({ tab }) => counts[tab] > 0)
    .map(async ({ tab, most }) => (
      <Section key={tab} caption={standing(tab)} apart>
        <People
          tab={tab}
          people={(await peopleIn(actor, tab, { after: null, most })).people}
          reading={reading}
        />
      </Section>
    ));
}
