import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { TextLink } from '@/components/ui/page';
import { mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import { insteadOf, type NextAct } from '@/lib/gate/next-act';
import { isOpen, type ContactStanding } from '@/lib/gate/standing';
import { tell } from '@/lib/gate/told';
import type { ReasonCode } from '@/lib/gate/verdict';
import type { Reading } from '@/lib/language/moments';
import { LiftRest } from './lift-rest';
import { OthersWhoWait } from './others-who-wait';
import { Sentence } from './sentence';

interface StandingActsProps {
  actor: Actor;
  standing: ContactStanding;
  reading: Reading;
}

/** What may be done now: write, or why not; listen, thank once, keep a draft; and who else may lift it. */
export async function StandingActs({ actor, standing, reading }: StandingActsProps) {
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
  // Why in a word: the sentence above says the rest.
  const refused = allowed ? undefined : (told?.short ?? t('free.no_address'));
  return (
    <>
      <Instead acts={instead} first={!allowed} />
      <ButtonLink
        href={write}
        variant={allowed && hasDoor ? 'first' : 'plain'}
        shortcut="r"
        disabledReason={refused ?? (hasDoor ? undefined : t('free.no_address'))}
      >
        {t(purpose === 'response' ? 'act.answer' : 'act.write')}
      </ButtonLink>
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
