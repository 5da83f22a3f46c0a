import { getTranslations } from 'next-intl/server';
import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/page';
import type { Actor } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { dayOf } from '@/lib/language/moments';
import { mailboxesFor } from '@/lib/mailboxes/queries';

/** On Today, a line while a mailbox cannot be read: one's own by its name, for an owner how many of others. */
export async function FailingMailboxes({ actor }: { actor: Actor }) {
  const failing = (await mailboxesFor(actor)).filter(({ state }) => state === 'failing');
  if (failing.length === 0) return null;
  const t = await getTranslations('mailboxes.today');
  const reading = { language: actor.language, zone: actor.timeZone, now: systemClock.now() };
  const others = failing.filter(({ isOwn }) => !isOwn).length;
  return (
    <div className="space-y-3 pb-7">
      {failing
        .filter(({ isOwn }) => isOwn)
        .map(({ id, email, failingSince, connectedAt }) => (
          <FormMessage key={id} kind="error">
            {t('yours', { email, day: dayOf(failingSince ?? connectedAt, reading) })}{' '}
            <TextLink href={`/settings/mailboxes/${id}`}>{t('look')}</TextLink>
          </FormMessage>
        ))}
      {others > 0 && (
        <FormMessage kind="error">
          {t('others', { count: others })} <TextLink href="/settings/mailboxes">{t('look')}</TextLink>
        </FormMessage>
      )}
    </div>
  );
}
