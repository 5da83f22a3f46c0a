import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/page';
import { Time } from '@/components/ui/time';
import { dayOf, type Reading } from '@/lib/language/moments';
import type { Listening, Spoken } from '@/lib/replies/queries';

interface ListenHeadProps {
  here: Listening;
  /** Which of how many this is; null when it was heard already. */
  progress: { at: number; total: number } | null;
  reading: Reading;
}

/** One line: which of how many, who, from where, when, in answer to what. */
export function ListenHead({ here, progress, reading }: ListenHeadProps) {
  const t = useTranslations('listen');
  const { contact, said, before } = here;
  const last = said.at(-1);
  const ours = before.findLast(({ direction }) => direction === 'outbound');
  return (
    <h1 className="cap">
      {progress && `${t('progress', progress)} · `}
      <TextLink href={`/contacts/${contact.id}`}>{contact.name}</TextLink>
      {contact.organization && `, ${contact.organization}`}
      {' · '}
      {last && <Where said={last} reading={reading} />}
      {', '}
      {ours ? t('on_reply', { day: dayOf(ours.occurredAt, reading) }) : t('unasked')}
    </h1>
  );
}

/** Where and when something was said: "email, 2 h". */
export function Where({ said, reading }: { said: Spoken; reading: Reading }) {
  const channel = useTranslations('channels.name');
  return (
    <>
      {channel(said.channel)},{' '}
      <Time at={said.occurredAt} dayOnly={said.dayOnly} zone={reading.zone} now={reading.now} focusable />
    </>
  );
}
