import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { z } from 'zod';
import { Toast } from '@/components/ui/toast';
import type { Actor } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { mayHearAgain } from '@/lib/replies/again';
import { lastHearingOf } from '@/lib/replies/heard/queries';
import { UndoHearing } from './undo-hearing';

// In the page and not over it: below it stand fields and buttons, at every width.
const inThePage =
  'py-4 [&_.toast]:static [&_.toast]:flex-wrap [&_.toast]:gap-y-1 [&_.toast]:w-fit [&_.toast]:translate-none [&_.toast]:bg-accent-wash [&_.toast]:text-ink [&_.toast_:focus-visible]:outline-accent';

/** Says what was heard a moment ago, and leads back to it while it may still be changed. */
export async function HeardJustNow({ messageId, actor }: { messageId: string | null; actor: Actor }) {
  const hearing =
    z.uuid().safeParse(messageId).success && messageId ? await lastHearingOf(actor, messageId) : null;
  if (
    !hearing ||
    mayHearAgain(hearing, { userId: actor.userId, owns: false, now: systemClock.now() }) !== 'freely'
  )
    return null;
  const [t, listen, outcome, ui] = await Promise.all([
    getTranslations('today'),
    getTranslations('listen'),
    getTranslations('outcomes.heard'),
    getTranslations('ui'),
  ]);
  const asks = hearing.outcome === 'question' || hearing.outcome === 'interested';
  const owes = asks && hearing.isOwed;
  return (
    <div className={inThePage}>
      <Toast
        message={t('heard', { name: hearing.name, outcome: outcome(hearing.outcome) })}
        dismiss={ui('close')}
        undo={
          <span className="flex gap-4">
            {owes && (
              <Link
                className="link"
                prefetch={false}
                href={`/contacts/${hearing.contactId}/write?answers=${messageId}`}
              >
                {t('answer')}
              </Link>
            )}
            <Link className="link" prefetch={false} href={`/listen/${messageId}`}>
              {t('change')}
            </Link>
            {messageId && (
              <UndoHearing
                messageId={messageId}
                words={{ undo: listen('undo'), pending: listen('undoing') }}
              />
            )}
          </span>
        }
      />
    </div>
  );
}
