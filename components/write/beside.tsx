import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/page';
import { Quote, Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import type { Actor } from '@/lib/auth/actor';
import type { Reading } from '@/lib/language/moments';
import { whatWeHeardFrom } from '@/lib/replies/queries';
import { lastWordsOf } from '@/lib/threads/queries';

interface BesideProps {
  actor: Actor;
  contactId: string;
  name: string;
  reading: Reading;
}

/** What stands beside a blank page: what they said last, and what we heard from them. */
export async function Beside({ actor, contactId, name, reading: { zone, now } }: BesideProps) {
  const [t, channels, last, all] = await Promise.all([
    getTranslations('write'),
    getTranslations('channels.on'),
    lastWordsOf(actor, contactId),
    whatWeHeardFrom(actor, contactId, 3),
  ]);
  // What is quoted from the words above needs not be said twice.
  const heard = all.filter(({ words, whatWeHeard }) => whatWeHeard ?? (words && !last?.body.includes(words)));
  return (
    <>
      <Section caption={t('said_last', { name })}>
        {last ? (
          <>
            <Said by="them" whole>
              {last.body}
            </Said>
            <p className="row-where mt-1">
              {channels(last.channel)} ·{' '}
              <Time at={last.occurredAt} dayOnly={last.dayOnly} {...{ zone, now }} focusable />
            </p>
          </>
        ) : (
          <p>{t('never_spoke', { name })}</p>
        )}
      </Section>
      {heard.length > 0 && (
        <Section caption={t('heard')}>
          {heard.map(({ id, words, whatWeHeard }) => (
            <p key={id} className="mt-2">
              {whatWeHeard ?? (words && <Quote>{words}</Quote>)}
            </p>
          ))}
        </Section>
      )}
    </>
  );
}
