import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import type { ShownMailbox } from '@/lib/mailboxes/queries';

/** How a mailbox stands, in a word or three. Server only. */
export function MailboxState({ mailbox }: { mailbox: ShownMailbox }) {
  const t = useTranslations('mailboxes.states');
  const { state, isHeard, readToEndAt } = mailbox;
  if (state === 'failing') {
    return (
      <Chip kind="closed" icon="alert">
        {t('failing')}
      </Chip>
    );
  }
  if (state === 'paused') return <Chip kind="rest">{t('paused')}</Chip>;
  if (isHeard) return <Chip kind="listen">{t('connected')}</Chip>;
  return <Chip kind="calm">{t(readToEndAt ? 'behind' : 'first')}</Chip>;
}
