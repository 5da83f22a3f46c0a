import { getTranslations } from 'next-intl/server';
import { Quote } from '@/components/ui/said';
import { mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import type { Closer } from '@/lib/gate/closers/closer';
import { dayOf, type Reading } from '@/lib/language/moments';
import { LiftRest } from './lift-rest';
import { LiftStop } from './lift-stop';
import { NameSuccessor } from './name-successor';
import { OpenAgain } from './open-again';
import { WithdrawNo } from './withdraw-no';

interface CloserItemProps {
  actor: Actor;
  closer: Closer;
  name: string;
  reading: Reading;
}

/** One closer in words, and the act that lifts it for whoever may. */
export async function CloserItem({ actor, closer, name, reading }: CloserItemProps) {
  const t = await getTranslations('closers');
  const day = dayOf(closer.recordedAt, reading);
  const quote = closer.kind === 'suppression' ? null : closer.quote;
  return (
    <li>
      <p>
        <CloserWords {...{ closer, name, reading }} />
      </p>
      {quote && (
        <p>
          <Quote lang={quote.language ?? undefined}>{quote.words}</Quote>
        </p>
      )}
      {closer.kind === 'suppression' && closer.reason && <p className="text-soft">{closer.reason}</p>}
      <p className="row-where">
        {closer.by
          ? t('noted', { day, by: closer.by })
          : closer.kind === 'suppression' && closer.cameBackAt
            ? t('came_back', { day: dayOf(closer.cameBackAt, reading) })
            : t('noted_by_machine', { day })}
      </p>
      <Lift {...{ actor, closer, name, reading }} />
    </li>
  );
}

async function CloserWords({ closer, name, reading }: Omit<CloserItemProps, 'actor'>) {
  const [t, fallback] = await Promise.all([getTranslations('closers'), getTranslations('gate.fallback')]);
  if (closer.kind === 'suppression') return t(`suppression.${closer.of}`, { address: closer.typed });
  const who = closer.writtenBy ?? closer.speaker?.name ?? name;
  if (closer.kind === 'opt_out') return t(`opt_out.${closer.cause}`, { who });
  if (closer.kind === 'rest')
    return t(closer.isOurs ? 'rest.ours' : 'rest.theirs', { who, until: dayOf(closer.until, reading) });
  return t(`decline.${closer.isWrongPerson ? 'wrong_person' : closer.scope}`, {
    who,
    pitch: closer.pitch ?? fallback('pitch'),
    organization: closer.organization ?? fallback('organization'),
  });
}

// A rest of ours and a stop have ways of their own; what was heard is heard again, or withdrawn with its message.
function Lift({ actor, closer, name, reading }: CloserItemProps) {
  if (closer.kind === 'rest' && closer.isOurs)
    return mayWrite(actor) ? (
      <div className="mt-2">
        <LiftRest restId={closer.id} />
      </div>
    ) : null;
  if (!mayOwn(actor)) return null;
  if (closer.kind === 'suppression') return <OpenAgain id={closer.id} />;
  const { id, heardIn } = closer;
  if (heardIn?.isTakenBack) return <WithdrawNo {...heardIn} />;
  return (
    <>
      {heardIn && (closer.kind !== 'opt_out' || closer.cause === 'heard') && <WithdrawNo {...heardIn} />}
      {closer.kind === 'decline' && closer.scope === 'organization' && closer.organization && (
        <NameSuccessor
          {...{ actor, id }}
          organization={closer.organization}
          who={closer.speaker?.name ?? name}
        />
      )}
      {closer.kind === 'opt_out' && <LiftStop {...{ actor, name, reading, id }} />}
    </>
  );
}
