import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { TextLink } from '@/components/ui/page';
import { mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import { attemptFields } from '@/lib/gate/attempts/attempt';
import { insteadOf, type NextAct } from '@/lib/gate/next-act';
import type { standingOf } from '@/lib/gate/queries';
import { doorAsked, isOpen, type ContactStanding } from '@/lib/gate/standing';
import { standingWords } from '@/lib/gate/standing-words';
import { tell } from '@/lib/gate/told';
import type { ReasonCode } from '@/lib/gate/verdict';
import type { Reading } from '@/lib/language/moments';
import { LiftRest } from './lift-rest';
import { OthersWhoWait } from './others-who-wait';
import { RefusedPress } from './refused-press';
import { ToHandOver } from './to-hand-over';
import { Sentence } from './sentence';

interface StandingActsProps {
  actor: Actor;
  standing: ContactStanding;
  reading: Reading;
  /** The address that is asked about; otherwise the one it would naturally go to. */
  door?: Parameters<typeof standingOf>[2];
}

/** What may be done now: write, or why not; listen, thank once, keep a draft; and who else may lift it. */
export async function StandingActs({ actor, standing, reading, door = null }: StandingActsProps) {
  const t = await getTranslations('gate');
  const { explained, thankFor, doors } = standing;
  const { allowed, purpose } = explained.verdict;
  const write = `/contacts/${explained.contactId}/write`;
  if (!mayWrite(actor))
    return (
      <ButtonLink href={write} shortcut="r" disabledReason={t('reader')}>
        {t('act.write')}
      </ButtonLink>
    );
  const told = tell(explained, reading, { owns: mayOwn(actor) });
  const lift = told?.lift;
  const instead = insteadOf(explained);
  const hasDoor = doors.some(isOpen);
  const send = t(purpose === 'response' ? 'act.answer' : 'act.write');
  const asked = { pitchId: null, answersId: standing.answers?.id ?? null, newFact: false };
  const question = { contactId: explained.contactId, ...(door ?? doorAsked(doors)), ...asked };
  return (
    <>
      <Instead acts={instead} first={!allowed} />
      <ToHandOver {...{ actor }} acts={allowed ? [] : instead} />
      {allowed ? (
        <ButtonLink
          href={write}
          variant={hasDoor ? 'first' : 'plain'}
          shortcut="r"
          disabledReason={hasDoor ? undefined : t('free.no_address')}
        >
          {send}
        </ButtonLink>
      ) : (
        <RefusedPress
          fields={attemptFields(question)}
          // Why in a word: the sentence above says the rest.
          why={told?.short ?? t('free.no_address')}
          shortcut="r"
          above={standingWords(standing, reading)}
          thanks={thankFor && hasDoor ? nextAsThanks(t, explained.name) : null}
          words={{ send, asking: t('pressed.asking'), noted: t('pressed.noted') }}
        />
      )}
      {thankFor && hasDoor && (
        <ButtonLink href={`${write}?answers=${thankFor}&thanks=1`}>
          {t('act.thank', { name: explained.name })}
        </ButtonLink>
      )}
      {!allowed && <ButtonLink href={write}>{t('act.keep_draft')}</ButtonLink>}
      {!hasDoor && (
        <ButtonLink href={`/contacts/${explained.contactId}/edit`} variant={allowed ? 'first' : 'plain'}>
          {t('act.add_address')}
        </ButtonLink>
      )}
      {lift && (
        <span>
          {mayOwn(actor) && isUndoneBeside(explained.verdict.reasons[0]?.code) ? (
            <TextLink href={`/contacts/${explained.contactId}#closers`}>
              <Sentence parts={lift} />
            </TextLink>
          ) : (
            <Sentence parts={lift} />
          )}
        </span>
      )}
    </>
  );
}

// What closes it stands on the page with the act that lifts it.
const isUndoneBeside = (code: ReasonCode | undefined) =>
  code !== undefined && ['opted_out', 'suppressed', 'declined', 'wrong_person', 'resting'].includes(code);

/** "What you may do: thank Priya, once." */
export function nextAsThanks(t: Awaited<ReturnType<typeof getTranslations<'gate'>>>, name: string): string {
  const thank = t('act.thank', { name });
  return t('next', { act: thank.charAt(0).toLowerCase() + thank.slice(1) });
}

const elsewhere: ReadonlySet<NextAct['act']> = new Set(['look', 'catch_up', 'answer_others']);

// Only what is done elsewhere than on the write page is a button of its own.
async function Instead({ acts, first }: { acts: readonly NextAct[]; first: boolean }) {
  const t = await getTranslations('gate.act');
  const listen = acts.find((one) => one.act === 'listen');
  const rest = acts.find((one) => one.act === 'lift_rest');
  return (
    <>
      {listen && 'messageId' in listen && (
        <ButtonLink href={`/listen/${listen.messageId}`} variant={first ? 'first' : 'plain'} icon="ear">
          {t('listen')}
        </ButtonLink>
      )}
      {rest && 'restId' in rest && <LiftRest restId={rest.restId} />}
      <OthersWhoWait act={acts.find(({ act }) => elsewhere.has(act))} />
    </>
  );
}
