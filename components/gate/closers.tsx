import { getLocale, getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/page';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { closersOf } from '@/lib/gate/closers/queries';
import { doorsOf } from '@/lib/gate/facts/queries';
import { readingNow } from '@/lib/policy/queries';
import { CloseAddress } from './close-address';
import { CloserItem } from './closer-item';

interface ClosersProps {
  actor: Actor;
  contactId: string;
  /** What to call the contact. */
  name: string;
}

/** What closes a contact: who said it, when, in which words, who noted it, and what an owner may do about it. */
export async function Closers({ actor, contactId, name }: ClosersProps) {
  const [t, reading, closers, doors] = await Promise.all([
    getTranslations('closers'),
    getLocale().then(readingNow),
    closersOf(actor, contactId),
    doorsOf(actor, contactId),
  ]);
  const open = mayWrite(actor) ? doors.filter(({ suppressed }) => !suppressed) : [];
  const close = open.length > 0 && <CloseAddress doors={open} />;
  if (closers.length === 0) return close;
  return (
    <Section caption={t('caption')} id="closers">
      <ul role="list" className="space-y-5">
        {closers.map((closer) => (
          <CloserItem key={closer.id} {...{ actor, closer, name, reading }} />
        ))}
      </ul>
      {close}
    </Section>
  );
}
