import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/page';
import { Said } from '@/components/ui/said';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { mayOwn, type Actor } from '@/lib/auth/actor';
import type { Reading } from '@/lib/language/moments';
import { sayWhatBecame } from '@/lib/outbox/actions';
import { channelLink } from '@/lib/outbox/channel-link';
import type { WaitingCopy } from '@/lib/outbox/queries';
import { HandOver } from './hand-over';

interface WaitingCopyProps {
  actor: Actor;
  copy: WaitingCopy;
  reading: Reading;
  /** Right after copying; among those of many people; or with one person, whose timeline shows the text. */
  on: 'copied' | 'many' | 'one';
}

/** One copied message: its text, the way there, and the two words that settle it. */
export async function WaitingCopyItem({ actor, copy, reading: { zone, now }, on }: WaitingCopyProps) {
  const t = await getTranslations('write');
  const { contact, channel, handle, subject, body, queuedAt, uncertain, by } = copy;
  const mine = by.id === actor.userId;
  return (
    <li>
      <p className="row-where mb-1">
        {on === 'many' ? (
          <TextLink href={`/contacts/${contact.id}`}>
            <To {...{ copy }} />
          </TextLink>
        ) : (
          <To {...{ copy }} />
        )}{' '}
        · <Time at={queuedAt} {...{ zone, now }} focusable />
        {!mine && <> · {t('waiting.by', { who: by.name })}</>}
      </p>
      {on === 'copied' && (
        <div className="bg-wash max-w-measure mt-2 rounded-[12px] px-4 py-3">
          {subject && <p className="pb-2 font-medium">{subject}</p>}
          <p className="whitespace-pre-line">{body}</p>
        </div>
      )}
      {on === 'many' && <Said by="us">{body}</Said>}
      {uncertain && <p className="hint">{t('waiting.uncertain')}</p>}
      <div className="acts mt-3">
        {on !== 'copied' && (mine || mayOwn(actor)) && <WhatBecame {...{ copy, on }} />}
        {mine && (
          <HandOver
            text={body}
            link={channelLink(channel, handle, copy)}
            atOnce={on === 'copied' && !uncertain}
            words={{
              ...{ copy: t('copied.copy'), copied: t('copied.done'), failed: t('copied.failed') },
              open: t(`open.${channel}`),
            }}
          />
        )}
      </div>
      {on === 'copied' && (
        <div className="acts mt-4">
          <WhatBecame {...{ copy, on }} />
          <span>{t('copied.not_sent_hint')}</span>
        </div>
      )}
    </li>
  );
}

async function To({ copy: { contact, channel } }: { copy: WaitingCopy }) {
  const [t, channels] = await Promise.all([getTranslations('write.waiting'), getTranslations('channels.on')]);
  return t('to', { name: contact.name, on: channels(channel) });
}

async function WhatBecame({ copy: { messageId }, on }: Pick<WaitingCopyProps, 'copy' | 'on'>) {
  const [t, ui] = await Promise.all([getTranslations('write.copied'), getTranslations('ui')]);
  const word = (became: 'sent' | 'not_sent') => (
    <form action={sayWhatBecame}>
      <input type="hidden" name="messageId" value={messageId} />
      <input type="hidden" name="then" value={on === 'copied' ? 'contact' : 'stay'} />
      <input type="hidden" name="became" value={became} />
      <SubmitButton
        variant={on === 'copied' && became === 'sent' ? 'first' : 'plain'}
        pending={ui('working')}
        shortcut={on === 'many' ? undefined : became === 'sent' ? 'y' : 'x'}
      >
        {t(became)}
      </SubmitButton>
    </form>
  );
  return (
    <>
      {word('sent')}
      {word('not_sent')}
    </>
  );
}
