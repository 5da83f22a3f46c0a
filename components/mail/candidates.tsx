import { useTranslations } from 'next-intl';
import { dayOf, type Reading } from '@/lib/language/moments';
import type { AskedAbout, Candidate } from '@/lib/sync/asking/queries';
import { WhoseForm } from './whose-form';

interface CandidatesProps {
  question: AskedAbout;
  /** Whether somebody else is looked for below. */
  isElse: boolean;
  reading: Reading;
}

/** Whose it may be and why, a key each; somebody else; nobody here. */
export function Candidates({ question, isElse, reading }: CandidatesProps) {
  const t = useTranslations('mail');
  const ui = useTranslations('ui');
  const why = useWhy(reading);
  const { id, kind, people } = question;
  const last = String(people.length + 1);
  return (
    <WhoseForm
      key={id}
      question={id}
      choices={[
        ...people.map((one, at) => ({
          value: one.id,
          shortcut: String(at + 1),
          label: [one.name, one.organization].filter(Boolean).join(', '),
          hint: why(one),
        })),
        {
          value: 'nobody',
          shortcut: '0',
          label: t(kind === 'which_contact' ? 'nobody' : 'not_theirs'),
          hint: t(kind === 'which_contact' ? 'nobody_why' : 'not_theirs_why'),
        },
      ]}
      other={
        isElse ? null : { href: `/mail/questions?at=${id}&else=1`, label: t('else.open'), shortcut: last }
      }
      words={{ legend: t('whose'), submit: t('submit'), pending: ui('working') }}
    />
  );
}

function useWhy(reading: Reading) {
  const t = useTranslations('mail.why');
  return ({ written, isTheirConversation, isNamesake }: Candidate) => {
    const wrote = written && { day: dayOf(written.at, reading), subject: written.subject ?? '' };
    const reasons = [
      isTheirConversation && t('conversation'),
      wrote && t(wrote.subject ? 'written' : 'written_bare', wrote),
      isNamesake && t('namesake'),
    ];
    return reasons.filter(Boolean).join(' ');
  };
}
