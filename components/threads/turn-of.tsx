import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { Folded } from '@/components/replies/folded';
import { Fold } from '@/components/ui/fold';
import { TextLink } from '@/components/ui/page';
import { Time } from '@/components/ui/time';
import { ThinLine, Turn } from '@/components/ui/timeline';
import { mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import type { KeptContact } from '@/lib/contacts/queries';
import { dayOf, type Reading } from '@/lib/language/moments';
import { nameOfWriter, type OtherWriter } from '@/lib/threads/mails/other-writer';
import type { CameByMail } from '@/lib/threads/mails/queries';
import type { TimelineTurn } from '@/lib/threads/timeline';
import { CameBack, isFromAServer, speakerOf } from './came-back';
import { useAlso } from './happening-line';

interface TurnOfProps {
  turn: TimelineTurn;
  /** The mail it came in, where it came in one. */
  mail?: CameByMail | undefined;
  /** Who wrote it, where it came from an address that is none of theirs. */
  writer?: OtherWriter | undefined;
  contact: KeptContact;
  actor: Actor;
  reading: Reading;
  /** One came for this turn: all of it stands there, however long. */
  whole?: boolean;
}

/** One row of the timeline: words, or in a line what is none. */
export function TurnOf({ turn, mail, writer, contact, actor, reading, whole = false }: TurnOfProps) {
  const t = useTranslations('conversation');
  const ours = turn.direction === 'outbound';
  const lang = ours ? undefined : (contact.language ?? undefined);
  const meta = <Meta {...{ turn, mail, writer, contact, actor, reading }} />;
  const back = mail?.returnsOn ? new Date(`${mail.returnsOn}T00:00:00Z`) : null;
  const kind = [kindSaid(turn, t), back && t('back_on', { day: dayOf(back, { ...reading, zone: 'UTC' }) })]
    .filter(Boolean)
    .join(' · ');
  if (turn.retracted) return <TakenBack turn={turn} reading={reading} />;
  if (turn.direction === 'inbound' && isFromAServer(turn))
    return <CameBack turn={turn} mail={mail} meta={meta} />;
  if (turn.kind !== 'human' && turn.body === '')
    return (
      <ThinLine>
        {kind} · {meta}
      </ThinLine>
    );
  return (
    <Turn
      id={turn.id}
      by={ours ? 'us' : 'them'}
      lang={lang}
      faded={turn.kind !== 'human' || (turn.state !== null && turn.state !== 'accepted')}
      meta={
        <>
          {meta}
          {turn.against && <Against against={turn.against} contact={contact} reading={reading} />}
        </>
      }
      folded={
        turn.corrects && (
          <Fold summary={t('corrected_why', { reason: turn.corrects.reason })}>{turn.corrects.body}</Fold>
        )
      }
    >
      {turn.kind === 'human' ? (
        <>
          {turn.subject && (
            <span className="block pb-1 font-sans text-[14px] font-medium">{turn.subject}</span>
          )}
          {whole ? (
            turn.body
          ) : (
            <Folded text={turn.body}>
              <div className="letter">{turn.body}</div>
            </Folded>
          )}
        </>
      ) : (
        <Fold summary={<span className="font-sans">{kind}</span>}>{turn.body}</Fold>
      )}
    </Turn>
  );
}

interface AgainstProps extends Pick<TurnOfProps, 'contact' | 'reading'> {
  against: NonNullable<TimelineTurn['against']>;
}

function Against({ against: { by, at, codes }, contact, reading }: AgainstProps) {
  const t = useTranslations('conversation');
  const also = useAlso(contact);
  return (
    <span className="text-soft block">
      {t.rich('against', {
        ...{ by: by.name ?? t('machine'), at: dayOf(at, reading), reasons: also(codes) },
        b: (words: ReactNode) => <b className="text-closed font-medium">{words}</b>,
      })}
    </span>
  );
}

function TakenBack({ turn, reading }: { turn: TimelineTurn; reading: Reading }) {
  const t = useTranslations('conversation');
  const { retracted } = turn;
  if (!retracted) return null;
  const told = {
    by: retracted.by.name ?? t('machine'),
    at: dayOf(retracted.at, reading),
    reason: retracted.reason,
  };
  return (
    <li className="text-faint text-[13px]">
      <Fold summary={t('retracted', told)}>
        <span className="decoration-edge whitespace-pre-line line-through">{turn.body}</span>
      </Fold>
    </li>
  );
}

function Meta({ turn, mail, writer, contact, actor, reading }: TurnOfProps) {
  const t = useTranslations('conversation');
  const came = useTranslations('mail.came')('link');
  const channel = useTranslations('channels.name');
  const { direction, author, occurredAt, dayOnly, pitch, state } = turn;
  const ours = author.id === actor.userId ? t('you') : (author.name ?? t('machine'));
  const name = writer ? nameOfWriter(writer) : (contact.givenName ?? contact.name);
  const theirs = writer ? <Writer key="who" writer={writer} /> : name;
  const speaker = speakerOf(turn);
  const parts: ReactNode[] = [
    direction === 'outbound' ? ours : speaker === 'person' ? theirs : t(`speakers.${speaker}`, { name }),
    channel(turn.channel),
    <Time
      key="when"
      at={occurredAt}
      as="hour"
      dayOnly={dayOnly}
      zone={reading.zone}
      now={reading.now}
      focusable
    />,
    pitch && t('pitch', { pitch }),
    state && state !== 'accepted' && t(`states.${state}`),
    turn.corrects && t('corrected'),
    turn.purpose === 'thanks' && t('thanks'),
    turn.mark && turn.mark !== 'breach' && t(`marks.${turn.mark}`),
    (turn.heard || turn.unheard) && <HeardAs key="heard" turn={turn} actor={actor} reading={reading} />,
  ];
  const said = parts.filter(Boolean).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && ' · '}
      {part}
    </Fragment>
  ));
  const way = mail
    ? { href: `/mail/${turn.id}`, word: came }
    : { href: `/log?contact=${contact.id}&corrects=${turn.id}`, word: t('acts.correct') };
  if (!mail && !mayCorrect(turn, actor)) return said;
  // Where the line begins at the right, what is out of sight stands at its left: nothing seems to be missing.
  const more = (
    <span key="more" className={onlyWhenNear}>
      {direction === 'inbound' && ' · '}
      <TextLink href={way.href}>{way.word}</TextLink>
      {direction === 'outbound' && ' · '}
    </span>
  );
  return direction === 'outbound' ? [more, ...said] : [...said, more];
}

// Beside the name stands the address: a name alone could be anybody's.
function Writer({ writer: { name, address, contact, questionId } }: { writer: OtherWriter }) {
  const t = useTranslations('listen');
  const who = contact ? <TextLink href={`/contacts/${contact.id}`}>{contact.name}</TextLink> : name;
  return (
    <>
      {who}
      {who && ', '}
      <span className="wrap-anywhere">{address}</span>
      {questionId && (
        <>
          {' · '}
          <TextLink href={`/mail/questions?at=${questionId}`}>{t('whose_address')}</TextLink>
        </>
      )}
    </>
  );
}

function HeardAs({
  turn: { id, heard, unheard },
  actor,
  reading,
}: Pick<TurnOfProps, 'turn' | 'actor' | 'reading'>) {
  const t = useTranslations('conversation');
  const outcome = useTranslations('outcomes');
  if (unheard) return <TextLink href={`/listen/${id}`}>{t('not_heard')}</TextLink>;
  if (!heard) return null;
  const by = heard.by.id === actor.userId ? t('you_lower') : (heard.by.name ?? t('machine'));
  const told = { by, outcome: outcome(`heard.${heard.outcome}`) };
  const said = heard.until
    ? t('heard_until', { ...told, day: dayOf(heard.until, { ...reading, zone: 'UTC' }) })
    : heard.scope
      ? t('heard_scope', { ...told, scope: outcome(`scope.${heard.scope}`) })
      : t('heard_by', told);
  return <TextLink href={`/listen/${id}`}>{said}</TextLink>;
}

// A way to correct every row, or to see its mail whole, is wanted rarely: with a mouse it shows when one is near.
const onlyWhenNear =
  'pointer-fine:opacity-0 [.turn:focus-within_&]:opacity-100 [.turn:hover_&]:opacity-100 [.thin:focus-within_&]:opacity-100 [.thin:hover_&]:opacity-100';

function mayCorrect({ source, recordedBy }: TimelineTurn, actor: Actor): boolean {
  return source === 'logged' && mayWrite(actor) && (recordedBy.id === actor.userId || mayOwn(actor));
}

function kindSaid(
  { kind, direction }: TimelineTurn,
  t: ReturnType<typeof useTranslations<'conversation'>>,
): string {
  if (kind === 'human') return '';
  if (direction === 'outbound' && (kind === 'connection' || kind === 'reaction' || kind === 'auto_reply'))
    return t(`kinds_ours.${kind}`);
  return t(`kinds.${kind}`);
}
