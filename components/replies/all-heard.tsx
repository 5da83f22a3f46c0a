import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Narrow } from '@/components/ui/page';
import { actorOrSignIn } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { numberIn } from '@/lib/replies/in-a-row';
import { HeardJustNow } from './heard-just-now';

/** Nobody waits to be listened to. */
export async function AllHeard({ asked }: { asked: Asked }) {
  const [actor, t] = await Promise.all([actorOrSignIn(), getTranslations('listen')]);
  return (
    <Narrow>
      <h1 className="cap">{t('title')}</h1>
      <HeardJustNow messageId={firstOf(asked, 'last')} done={numberIn(asked, 'done')} actor={actor} />
      <EmptyState
        kind="done"
        title={t('all_heard')}
        acts={
          <ButtonLink href="/today" shortcut="Enter">
            {t('to_today')}
          </ButtonLink>
        }
      >
        {t('all_heard_why')}
      </EmptyState>
    </Narrow>
  );
}
