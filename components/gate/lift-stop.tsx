import { getTranslations } from 'next-intl/server';
import { Select, TextArea } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { Actor } from '@/lib/auth/actor';
import { liftStop } from '@/lib/gate/actions';
import { saidSince } from '@/lib/gate/closers/queries';
import { dayOf, type Reading } from '@/lib/language/moments';
import { ActForm } from './act-form';

interface LiftStopProps {
  actor: Actor;
  /** The stop. */
  id: string;
  name: string;
  reading: Reading;
}

/** With which an owner lifts a stop by words of theirs; without such words there is nothing to press. */
export async function LiftStop({ actor, id, name, reading }: LiftStopProps) {
  const [t, write, said] = await Promise.all([
    getTranslations('closers'),
    getTranslations('write'),
    saidSince(actor, id),
  ]);
  if (said.length === 0) return <p className="hint">{t('nothing_since', { who: name })}</p>;
  return (
    <Fold summary={t('asked_to_write')}>
      <p className="hint">{t('lift_lede')}</p>
      <ActForm action={liftStop} hidden={{ id }} submit={t('lift')} pending={t('working')} variant="danger">
        <div className="pb-4">
          <Select label={t('message')} name="messageId" required>
            {said.map(({ id: messageId, body, occurredAt }) => (
              <option key={messageId} value={messageId}>
                {write('answers_option', { day: dayOf(occurredAt, reading), words: body.slice(0, 80) })}
              </option>
            ))}
          </Select>
          <TextArea label={t('words')} name="words" theirs hint={t('words_hint')} required maxLength={500} />
        </div>
      </ActForm>
    </Fold>
  );
}
