import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page';
import type { Actor } from '@/lib/auth/actor';
import { waitingCopies } from '@/lib/outbox/queries';
import { readingNow } from '@/lib/policy/queries';
import { WaitingCopyItem } from './waiting-copy';

/** After the law said yes: the text is in the clipboard, and Earshot waits for a word on what became of it. */
export async function CopiedPage({
  actor,
  contactId,
  messageId,
}: {
  actor: Actor;
  contactId: string;
  messageId: string;
}) {
  const [t, reading, copies] = await Promise.all([
    getTranslations('write.copied'),
    getLocale().then(readingNow),
    waitingCopies(actor, { contactId }),
  ]);
  const copy = copies.find((one) => one.messageId === messageId);
  if (!copy)
    return (
      <PageTitle
        lede={t('nothing_lede')}
        acts={<ButtonLink href={`/contacts/${contactId}`}>{t('back')}</ButtonLink>}
      >
        {t('nothing')}
      </PageTitle>
    );
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title', { name: copy.contact.name })}</PageTitle>
      <ul className="mt-6" role="list">
        <WaitingCopyItem on="copied" {...{ actor, copy, reading }} />
      </ul>
    </>
  );
}
