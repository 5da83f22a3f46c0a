import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Day, Timeline } from '@/components/ui/timeline';
import { EmptyState } from '@/components/ui/empty-state';
import type { Actor } from '@/lib/auth/actor';
import type { KeptContact } from '@/lib/contacts/queries';
import { dayHeadingOf, isoDay, type Reading } from '@/lib/language/moments';
import { currentPolicy } from '@/lib/policy/queries';
import { cursorOf, placeOf } from '@/lib/threads/place';
import { happenedAround, placeAround, turnsOf } from '@/lib/threads/queries';
import { mailsOf, otherWritersOf } from '@/lib/threads/mails/queries';
import { entriesOf, type Entry } from '@/lib/threads/timeline';
import { HappeningLine } from './happening-line';
import { TurnOf } from './turn-of';

const onAPage = 40;

interface ConversationProps {
  contact: KeptContact;
  actor: Actor;
  /** Only what stands before this place. */
  before: string | undefined;
  /** The page with this message in it. */
  at: string | undefined;
  reading: Reading;
}

/** Everything that was said with somebody, over all channels, newest last; and what happened around it. */
export async function Conversation({ contact, actor, before, at, reading }: ConversationProps) {
  const place = placeOf(before) ?? (at ? await placeAround(actor, contact.id, at, onAPage) : null);
  const [t, { timeZone }, { turns, earlier }] = await Promise.all([
    getTranslations('conversation'),
    currentPolicy(),
    turnsOf(actor, contact.id, { before: place, most: onAPage }),
  ]);
  const [oldest] = turns;
  const from = earlier && oldest ? oldest.moment : null;
  const ids = turns.map(({ id }) => id);
  const [happened, mails, writers] = await Promise.all([
    happenedAround(actor, contact.id, { from, to: place?.moment ?? null }),
    mailsOf(actor, ids),
    otherWritersOf(actor, ids),
  ]);
  const entries = entriesOf(turns, happened);
  const name = contact.givenName ?? contact.name;
  if (entries.length === 0)
    return (
      <EmptyState kind="never" title={t('nothing')}>
        {t('nothing_why', { name })}
      </EmptyState>
    );
  const path = `/contacts/${contact.id}`;
  return (
    <>
      {earlier && oldest && (
        <p className="pb-4 text-center">
          <ButtonLink
            href={`${path}?before=${encodeURIComponent(cursorOf(oldest))}`}
            variant="quiet"
            rel="prev"
          >
            {t('earlier')}
          </ButtonLink>
        </p>
      )}
      <Timeline label={t('timeline')}>
        {inDays(entries, reading, timeZone).map((one) => {
          if ('day' in one) return <Day key={one.day}>{one.said}</Day>;
          if (one.is === 'happening')
            return (
              <HappeningLine
                key={one.happening.id}
                happening={one.happening}
                contact={contact}
                reading={reading}
              />
            );
          return (
            <TurnOf
              key={one.turn.id}
              turn={one.turn}
              mail={mails.get(one.turn.id)}
              writer={writers.get(one.turn.id)}
              {...{ contact, actor, reading }}
              whole={one.turn.id === at}
            />
          );
        })}
      </Timeline>
      {place && (
        <p className="pt-4 text-center">
          <ButtonLink href={path} variant="quiet" rel="next">
            {t('latest')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

// What happened says its own day; only what was said stands under a day. A day alone is a day of the installation.
function inDays(entries: readonly Entry[], reading: Reading, installation: string) {
  let last = '';
  return entries.flatMap((entry): (Entry | { day: string; said: string })[] => {
    if (entry.is === 'happening') return [entry];
    const { occurredAt, dayOnly } = entry.turn;
    const there = { ...reading, zone: dayOnly ? installation : reading.zone };
    const day = isoDay(occurredAt, there.zone);
    if (day === last) return [entry];
    last = day;
    return [{ day, said: dayHeadingOf(occurredAt, there) }, entry];
  });
}
