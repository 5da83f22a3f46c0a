import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/page';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { questionsWaiting } from '@/lib/sync/asking/queries';
import { strangersWaiting } from '@/lib/sync/strangers/queries';

/** On Today, quiet lines while mail of one's own mailboxes waits for its owner to say whose it is, or who wrote. */
export async function QuestionsWaiting({ actor }: { actor: Actor }) {
  if (!mayWrite(actor)) return null;
  const [count, strangers] = await Promise.all([questionsWaiting(actor), strangersWaiting(actor)]);
  if (count === 0 && strangers.length === 0) return null;
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
    </div>
  );
}
