import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle, TextLink } from '@/components/ui/page';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { cursorText, readCursor } from '@/lib/contacts/list/cursor';
import { twinsAfter } from '@/lib/contacts/twins/queries';
import { TwinsBeside } from './twins-beside';

/** Contacts who look like one person, side by side with why. */
export async function TwinsPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const after = readCursor(firstOf(asked, 'after'));
  const [t, { twins, further }, language] = await Promise.all([
    getTranslations('twins'),
    twinsAfter(actor, after),
    getLocale(),
  ]);
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  return (
    <>
      <PageTitle lede={t('lede')} acts={<TextLink href="/contacts">{t('back')}</TextLink>}>
        {t('title')}
      </PageTitle>
      {twins.length === 0 && <EmptyState kind="done" title={t(further ? 'nobody_so_far' : 'nobody')} />}
      <ul role="list" aria-label={t('title')}>
        {twins.map(({ one, other, why }) => (
          <TwinsBeside
            key={one.id + other.id}
            twins={{ one, other, why }}
            writes={mayWrite(actor)}
            reading={reading}
          />
        ))}
      </ul>
      {further && (
        <p className="pt-6">
          <ButtonLink href={`/contacts/twins?after=${cursorText(further)}`} rel="next">
            {t('further')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
