import { getTranslations } from 'next-intl/server';
import { SubmitButton } from '@/components/ui/submit-button';
import { Said } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import { TextLink } from '@/components/ui/page';
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
  /** Where one goes once it is said. */
  then: 'stay' | 'contact';
}

/** One copied message: its text, the way there, and the two words that settle it. */
export async function WaitingCopyItem({ actor, copy, reading: { zone, now }, then }: WaitingCopyProps) {
  const [t, channels] = await Promise.all([getTranslations('write'), getTranslations('channels.on')]);
  const { messageId, contact, channel, handle, body, queuedAt, uncertain, by } = copy;
  const link = channelLink(channel, handle, copy);
  const mine = by.id === actor.userId;
  return (
    <li>
      <p className="row-where mb-1">
        <TextLink href={`/contacts/${contact.id}`}>
          {t('waiting.to', { name: contact.name, on: channels(channel) })}
        </TextLink>{' '}
        · <Time at={queuedAt} {...{ zone, now }} focusable />
        {!mine && <> · {t('waiting.by', { who: by.name })}</>}
      </p>
      {then === 'contact' ? (
        <p className="bg-wash max-w-measure mt-2 rounded-[12px] px-4 py-3 whitespace-pre-line">{body}</p>
      ) : (
        <Said by="us">{body}</Said>
      )}
      {uncertain && <p className="hint">{t('waiting.uncertain')}</p>}
      {mine && (
        <div className="acts mt-4">
          <HandOver
            text={body}
            link={link}
            atOnce={then === 'contact' && !uncertain}
            words={{
              ...{ copy: t('copied.copy'), copied: t('copied.done'), failed: t('copied.failed') },
              open: t(`open.${channel}`),
            }}
          />
        </div>
      )}
      {(mine || mayOwn(actor)) && (
        <div className="acts mt-4">
          <WhatBecame {...{ messageId, then }} />
        </div>
      )}
    </li>
  );
}

async function WhatBecame({ messageId, then }: { messageId: string; then: 'stay' | 'contact' }) {
  const [t, ui] = await Promise.all([getTranslations('write.copied'), getTranslations('ui')]);
  const word = (became: 'sent' | 'not_sent') => (
    <form action={sayWhatBecame}>
      <input type="hidden" name="messageId" value={messageId} />
      <input type="hidden" name="then" value={then} />
      <input type="hidden" name="became" value={became} />
      <SubmitButton
        variant={then === 'contact' && became === 'sent' ? 'first' : 'plain'}
        pending={ui('working')}
      >
        {t(became)}
      </SubmitButton>
    </form>
  );
  return (
    <>
      {word('sent')}
      {word('not_sent')}
      {then === 'contact' && <span>{t('not_sent_hint')}</span>}
    </>
  );
}
