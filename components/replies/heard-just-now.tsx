import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { z } from 'zod';
import { Toast } from '@/components/ui/toast';
import type { Actor } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { dayOf } from '@/lib/language/moments';
import { mayHearAgain } from '@/lib/replies/again';
import { lastHearingOf } from '@/lib/replies/heard/queries';
import { UndoHearing } from './undo-hearing';

// In the page and not over it: below it stand fields and buttons, at every width.
const inThePage =
  'py-4 [&_.toast]:static [&_.toast]:flex-wrap [&_.toast]:gap-y-1 [&_.toast]:w-fit [&_.toast]:translate-none [&_.toast]:bg-accent-wash [&_.toast]:text-ink [&_.toast_:focus-visible]:outline-accent';

interface HeardJustNowProps {
  messageId: string | null;
  /** How many were heard in a row, this one among them. */
  done?: number;
  actor: Actor;
}

/** Says what was heard a moment ago, what may follow, and leads back to it while it may still be changed. */
export async function HeardJustNow({ messageId, done = 0, actor }: HeardJustNowProps) {
  const hearing =
    z.uuid().safeParse(messageId).success && messageId ? await lastHearingOf(actor, messageId) : null;
  const now = systemClock.now();
  if (
    !messageId ||
    !hearing ||
    mayHearAgain(hearing, { userId: actor.userId, owns: false, now }) !== 'freely'
  )
    return null;
  const [t, listen, outcome, ui, language] = await Promise.all([
    getTranslations('today'),
    getTranslations('listen'),
    getTranslations('outcomes.heard'),
    getTranslations('ui'),
    getLocale(),
  ]);
  const asks = hearing.outcome === 'question' || hearing.outcome === 'interested';
  const owes = asks && hearing.isOwed;
  const { named, until: namedDay, restsUntil } = hearing;
  const told = { name: hearing.name, outcome: outcome(hearing.outcome) };
  const day = namedDay ?? restsUntil;
  const until = day && dayOf(day, { language, zone: namedDay ? 'UTC' : actor.timeZone, now });
  return (
    <div className={inThePage}>
      <Toast
        message={until ? listen('heard_until', { ...told, day: until }) : t('heard', told)}
        dismiss={ui('close')}
        undo={
          <span className="flex flex-wrap items-baseline gap-x-4">
            {owes && (
              <Link
                className="link"
                prefetch={false}
                href={`/contacts/${hearing.contactId}/write?answers=${messageId}`}
              >
                {t('answer')}
              </Link>
            )}
            {named && (
              <Link className="link" prefetch={false} href={`/contacts/${named.id}/write`}>
                {listen('write_to', { name: named.name })}
              </Link>
            )}
            <Link
              className="link"
              prefetch={false}
              href={`/listen/${messageId}?done=${Math.max(done - 1, 0)}`}
            >
              {t('change')}
            </Link>
            <UndoHearing
              {...{ messageId, done }}
              words={{ undo: listen('undo'), pending: listen('undoing') }}
            />
          </span>
        }
      />
    </div>
  );
}
