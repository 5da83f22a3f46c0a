import { useTranslations } from 'next-intl';
import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/page';
import type { Actor } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import type { Reading } from '@/lib/language/moments';
import { mailboxesFor, type ShownMailbox } from '@/lib/mailboxes/queries';
import { toldSince } from '@/lib/mailboxes/told';

/**
 * On Today, a line while nothing is heard in a mailbox, because it cannot be read or rests: one's own by its name and
 * since when, for an owner how many of others.
 */
export async function DeafMailboxes({ actor }: { actor: Actor }) {
  const deaf = (await mailboxesFor(actor)).filter(({ state }) => state !== 'connected');
  if (deaf.length === 0) return null;
  const reading = { language: actor.language, zone: actor.timeZone, now: systemClock.now() };
  const others = (wanted: ShownMailbox['state']) =>
    deaf.filter(({ isOwn, state }) => !isOwn && state === wanted).length;
  return (
    <div className="space-y-3 pb-7">
      {deaf
        .filter(({ isOwn }) => isOwn)
        .map((mailbox) => (
          <Own key={mailbox.id} {...{ mailbox, reading }} />
        ))}
      <Others kind="error" word="others" count={others('failing')} />
      <Others kind="rest" word="others_paused" count={others('paused')} />
    </div>
  );
}

function Own({ mailbox, reading }: { mailbox: ShownMailbox; reading: Reading }) {
  const t = useTranslations('mailboxes.today');
  const { id, email, state, failingSince, readToEndAt, connectedAt } = mailbox;
  const href = `/settings/mailboxes/${id}`;
  if (state === 'failing') {
    return (
      <FormMessage kind="error">
        {t('yours', { email, since: toldSince(failingSince ?? connectedAt, reading) })}{' '}
        <TextLink href={href}>{t('look')}</TextLink>
      </FormMessage>
    );
  }
  return (
    <FormMessage kind="rest">
      {readToEndAt
        ? t('paused', { email, since: toldSince(readToEndAt, reading) })
        : t('paused_unread', { email })}{' '}
      <TextLink href={href}>{t('see')}</TextLink>
    </FormMessage>
  );
}

interface OthersProps {
  kind: 'error' | 'rest';
  word: 'others' | 'others_paused';
  count: number;
}

function Others({ kind, word, count }: OthersProps) {
  const t = useTranslations('mailboxes.today');
  if (count === 0) return null;
  return (
    <FormMessage kind={kind}>
      {t(word, { count })} <TextLink href="/settings/mailboxes">{t('look')}</TextLink>
    </FormMessage>
  );
}
