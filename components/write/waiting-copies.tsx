import { getLocale, getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/page';
import type { Actor } from '@/lib/auth/actor';
import { waitingCopies } from '@/lib/outbox/queries';
import { readingNow } from '@/lib/policy/queries';
import { WaitingCopyItem } from './waiting-copy';

interface WaitingCopiesProps {
  actor: Actor;
  /** All copies to one contact, whoever made them; without it, the actor's own. */
  contactId?: string;
}

/** Copied messages of which nobody has said what became of them. Nothing at all when there are none. */
export async function WaitingCopies({ actor, contactId }: WaitingCopiesProps) {
  const copies = await waitingCopies(actor, contactId ? { contactId } : {});
  if (copies.length === 0) return null;
  const [t, reading] = await Promise.all([getTranslations('write.waiting'), getLocale().then(readingNow)]);
  return (
    <div id="waiting" className="mt-8 mb-9">
      <Section caption={t('caption')}>
        <ul className="space-y-6" role="list">
          {copies.map((copy) => (
            <WaitingCopyItem
              key={copy.messageId}
              on={contactId ? 'one' : 'many'}
              {...{ actor, copy, reading }}
            />
          ))}
        </ul>
      </Section>
    </div>
  );
}
