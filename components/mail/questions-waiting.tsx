import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/page';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { questionsWaiting } from '@/lib/sync/asking/queries';

/** On Today, a quiet line while mail of one's own mailboxes waits for its owner to say whose it is. */
export async function QuestionsWaiting({ actor }: { actor: Actor }) {
  const count = mayWrite(actor) ? await questionsWaiting(actor) : 0;
  if (count === 0) return null;
  const t = await getTranslations('mail.today');
  return (
    <p className="lede pt-5" data-questions={count}>
      {t('questions', { count })} <TextLink href="/mail/questions">{t('answer')}</TextLink>
    </p>
  );
}
