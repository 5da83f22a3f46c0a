import { getTranslations } from 'next-intl/server';
import { Away } from '@/components/gate/away';
import { LiftRest } from '@/components/gate/lift-rest';
import { Lifting } from '@/components/gate/lifting';
import { OthersWhoWait } from '@/components/gate/others-who-wait';
import { RefusedPress } from '@/components/gate/refused-press';
import { Sentence } from '@/components/gate/sentence';
import { nextAsThanks } from '@/components/gate/standing-acts';
import { ToHandOver } from '@/components/gate/to-hand-over';
import { ButtonLink } from '@/components/ui/button';
import { StandingBlock } from '@/components/ui/standing-block';
import { mayOwn, type Actor } from '@/lib/auth/actor';
import { attemptFields } from '@/lib/gate/attempts/attempt';
import { insteadOf } from '@/lib/gate/next-act';
import { isOpen, kindOf } from '@/lib/gate/standing';
import { standingWords } from '@/lib/gate/standing-words';
import { tell } from '@/lib/gate/told';
import type { Reading } from '@/lib/language/moments';
import { writePath, type ChosenFields } from '@/lib/outbox/write-path';
import { mayLeave } from '@/lib/outbox/choices';
import type { Writing } from '@/lib/outbox/writing/queries';

interface WriteStandingProps {
  actor: Actor;
  writing: Writing;
  reading: Reading;
}

/** Whether exactly this message may leave; if not, the button that will not do it, and the one thing to do instead. */
export async function WriteStanding({ actor, writing, reading }: WriteStandingProps) {
  const t = await getTranslations('gate');
  const { standing } = writing;
  const acts = mayLeave(writing) ? null : <Refused {...{ actor, writing, reading }} />;
  return (
    <div id="law" tabIndex={-1} className="outline-none">
      <StandingBlock kind={kindOf(standing)} label={t('standing')} {...(acts ? { acts } : {})}>
        <p aria-live="polite">
          <Sentence parts={standingWords(standing, reading)} />
        </p>
        <Away {...{ actor, reading }} contactId={writing.explained.contactId} />
      </StandingBlock>
      {acts && <Lifting {...{ actor, standing }} />}
    </div>
  );
}

async function Refused({ actor, writing, reading }: WriteStandingProps) {
  const [t, gate] = await Promise.all([getTranslations('write'), getTranslations('gate')]);
  const { explained, choices, standing, question } = writing;
  const told = tell(explained, reading, { owns: mayOwn(actor) });
  return (
    <>
      <RefusedPress
        fields={attemptFields(question)}
        why={told?.short ?? gate('free.no_address')}
        shortcut="mod+Enter"
        above={standingWords(standing, reading)}
        thanks={standing.thankFor && !choices.thanks ? nextAsThanks(gate, explained.name) : null}
        words={{
          send: t(`send.${choices.address?.channel ?? 'in_person'}`),
          ...{ asking: gate('pressed.asking'), noted: gate('pressed.noted') },
        }}
      />
      <Instead {...{ writing, reading }} />
      <ToHandOver actor={actor} acts={insteadOf(explained)} />
      {told?.lift && (
        <span>
          <Sentence parts={told.lift} />
        </span>
      )}
    </>
  );
}

const elsewhere: ReadonlySet<string> = new Set(['look', 'catch_up', 'answer_others']);

// One thing, the first: what one can do at once, as a link or button; what one can only wait for, in words.
async function Instead({ writing, reading }: Omit<WriteStandingProps, 'actor'>) {
  const [t, gate, channels] = await Promise.all([
    getTranslations('write.instead'),
    getTranslations('gate.act'),
    getTranslations('channels.on'),
  ]);
  const { standing, explained, choices } = writing;
  const { contactId, name } = explained;
  const write = `/contacts/${contactId}/write`;
  const [next] = insteadOf(explained);
  const other = standing.doors.find((door) => isOpen(door) && door.id !== choices.address?.id);
  const otherwise = (change: Partial<ChosenFields>) =>
    writePath({ contactId, ...fieldsOf(writing), ...change });
  if (next?.act === 'listen')
    return (
      <ButtonLink href={`/listen/${next.messageId}`} variant="first" icon="ear">
        {gate('listen')}
      </ButtonLink>
    );
  if (next?.act === 'answer')
    return (
      <ButtonLink href={`${write}?answers=${next.messageId}`} variant="first">
        {gate('answer')}
      </ButtonLink>
    );
  if (next && elsewhere.has(next.act)) return <OthersWhoWait act={next} />;
  if (next?.act === 'lift_rest') return <LiftRest restId={next.restId} />;
  if (next?.act === 'without_pitch' && choices.pitchId)
    return <ButtonLink href={otherwise({ pitchId: null })}>{t('without_pitch')}</ButtonLink>;
  if (next?.act === 'other_address' && other)
    return (
      <ButtonLink href={otherwise({ addressId: other.id })}>
        {t('other_address', { on: channels(other.channel) })}
      </ButtonLink>
    );
  if (!next || next.act === 'other_address')
    return <ButtonLink href={`/contacts/${contactId}/edit`}>{gate('add_address')}</ButtonLink>;
  if (standing.thankFor && !choices.thanks && next.act !== 'say_news')
    return (
      <ButtonLink href={`${write}?answers=${standing.thankFor}&thanks=1`}>
        {gate('thank', { name })}
      </ButtonLink>
    );
  const told = tell(explained, reading);
  return (
    told && (
      <span>
        <Sentence parts={told.next} />
      </span>
    )
  );
}

function fieldsOf({ choices, draft }: Writing): Omit<ChosenFields, 'contactId'> {
  const { address, pitchId, answers, newFact } = choices;
  const fact = newFact ? (draft?.newFact ?? '1') : null;
  return { addressId: address?.id ?? null, pitchId, answersId: answers?.id ?? null, newFact: fact };
}
