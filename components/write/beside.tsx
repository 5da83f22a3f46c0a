import { getTranslations } from 'next-intl/server';
import { Section, TextLink } from '@/components/ui/page';
import { Quote, Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import type { Actor } from '@/lib/auth/actor';
import type { Reading } from '@/lib/language/moments';
import type { Writing } from '@/lib/outbox/writing/queries';
import { whatWeHeardAround, type HeardAround } from '@/lib/replies/around/queries';
import { whatWeHeardFrom } from '@/lib/replies/queries';
import { lastWordsOf } from '@/lib/threads/queries';

interface BesideProps {
  actor: Actor;
  contactId: string;
  writing: Writing;
  reading: Reading;
}

/** On a small screen, above the words one writes and in view: what they said last, and what we heard, in a few lines. */
export async function InView({ actor, contactId, writing, reading: { zone, now } }: BesideProps) {
  const { name } = writing.explained;
  const [t, channels, last, all] = await Promise.all([
    getTranslations('write'),
    getTranslations('channels.on'),
    lastWordsOf(actor, contactId),
    whatWeHeardFrom(actor, contactId, 3),
  ]);
  const heard = all.find(({ whatWeHeard }) => whatWeHeard !== null);
  if (!last) return null;
  return (
    <details className="in-view">
      <summary>
        <span className="cap">{t('said_last', { name })}</span>
        <span className="in-view-words">{last.body}</span>
        {heard?.whatWeHeard && <span className="in-view-heard">{heard.whatWeHeard}</span>}
      </summary>
      <p className="row-where">
        {channels(last.channel)} ·{' '}
        <Time at={last.occurredAt} dayOnly={last.dayOnly} {...{ zone, now }} focusable />
      </p>
    </details>
  );
}

/** What stands beside a blank page: what they said last, what we heard from them, around them, and of this pitch. */
export async function Beside({ actor, contactId, writing, reading: { zone, now } }: BesideProps) {
  const { name } = writing.explained;
  const { pitchId } = writing.choices;
  const [t, channels, last, all, around] = await Promise.all([
    getTranslations('write'),
    getTranslations('channels.on'),
    lastWordsOf(actor, contactId),
    whatWeHeardFrom(actor, contactId, 3),
    whatWeHeardAround(actor, { contactId, pitchId, most: 3 }),
  ]);
  // What is quoted from the words above needs not be said twice.
  const heard = all.filter(({ words, whatWeHeard }) => whatWeHeard ?? (words && !last?.body.includes(words)));
  return (
    <>
      <div className="max-[1020px]:hidden">
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
      </div>
      {heard.length > 0 && (
        <Section caption={t('heard')}>
          {heard.map(({ id, words, whatWeHeard }) => (
            <p key={id} className="mt-2">
              {whatWeHeard ?? (words && <Quote>{words}</Quote>)}
            </p>
          ))}
        </Section>
      )}
      <Around
        caption={t('heard_there', { organization: writing.organization ?? '' })}
        heard={around.filter(({ of }) => of === 'organization')}
      />
      <Around
        caption={t('heard_of', { pitch: writing.pitches.find(({ id }) => id === pitchId)?.name ?? '' })}
        heard={around.filter(({ of }) => of === 'pitch')}
      />
    </>
  );
}

async function Around({ caption, heard }: { caption: string; heard: readonly HeardAround[] }) {
  const t = await getTranslations('write');
  if (heard.length === 0) return null;
  return (
    <Section caption={caption}>
      {heard.map(({ id, contactId, name, words, whatWeHeard }) => (
        <p key={id} className="mt-2">
          <TextLink href={`/contacts/${contactId}`}>{t('said_by', { name })}</TextLink>{' '}
          {whatWeHeard ?? (words && <Quote>{words}</Quote>)}
        </p>
      ))}
    </Section>
  );
}
