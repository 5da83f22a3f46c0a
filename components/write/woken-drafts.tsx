import { getLocale, getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import type { Actor } from '@/lib/auth/actor';
import { wokenDrafts } from '@/lib/outbox/drafts/queries';
import { readingNow } from '@/lib/policy/queries';

/** Drafts that wake because whoever they are to has written meanwhile. Nothing at all when there are none. */
export async function WokenDrafts({ actor, contactId = null }: { actor: Actor; contactId?: string | null }) {
  const drafts = await wokenDrafts(actor, { contactId });
  if (drafts.length === 0) return null;
  const [t, { zone, now }] = await Promise.all([
    getTranslations('write.woken'),
    getLocale().then(readingNow),
  ]);
  return (
    <div className="mt-8 mb-9">
      <Section caption={t('caption')}>
        <Rows label={t('caption')}>
          {drafts.map(({ contactId: id, name, body, spokeAt }) => (
            <Row
              key={id}
              name={name}
              href={`/contacts/${id}/write`}
              where={t('go')}
              said={<Said by="us">{body}</Said>}
              when={<Time at={spokeAt} {...{ zone, now }} />}
            />
          ))}
        </Rows>
      </Section>
    </div>
  );
}
