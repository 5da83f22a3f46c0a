import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { TextLink } from '@/components/ui/page';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { questionsWaiting } from '@/lib/sync/asking/queries';
import { cameBackLately } from '@/lib/threads/came-back/queries';
import { strangersWaiting } from '@/lib/sync/strangers/queries';

const named = 5;
const counted = 100;

/** On Today, quiet lines while mail of one's own waits for somebody to say whose it is or who wrote, or came back. */
export async function QuestionsWaiting({ actor }: { actor: Actor }) {
  if (!mayWrite(actor)) return null;
  const [count, strangers, unreached] = await Promise.all([
    questionsWaiting(actor),
    strangersWaiting(actor),
    cameBackLately(actor, counted),
  ]);
  if (count === 0 && strangers.length === 0 && unreached.length === 0) return null;
  const t = await getTranslations('mail.today');
  return (
    <div className="pt-5">
      {count > 0 && (
        <p className="lede">
          {t('questions', { count })} <TextLink href="/mail/questions">{t('answer')}</TextLink>
        </p>
      )}
      {strangers.map((one) => (
        <p key={one.mailboxId} className="lede wrap-anywhere">
          {t('strangers', { count: one.count, email: one.email })}{' '}
          <TextLink href={`/settings/mailboxes/${one.mailboxId}#strangers`}>{t('who')}</TextLink>
        </p>
      ))}
      {unreached.length > 0 && (
        <p className="lede wrap-anywhere">
          {t('came_back', { count: unreached.length })}{' '}
          {unreached.slice(0, named).map(({ id, name }, at) => (
            <Fragment key={id}>
              {at > 0 && ', '}
              <TextLink href={`/contacts/${id}`}>{name}</TextLink>
            </Fragment>
          ))}
          {unreached.length > named &&
            ` ${t(unreached.length === counted ? 'and_many' : 'and_more', { count: unreached.length - named })}`}
        </p>
      )}
    </div>
  );
}
