import { useTranslations } from 'next-intl';
import { Pager } from '@/components/ui/pager';
import { Row, Rows } from '@/components/ui/rows';
import { Said } from '@/components/ui/said';
import { Tabs } from '@/components/ui/tabs';
import { Time } from '@/components/ui/time';
import { pitchAnswers, type PitchAnswer } from '@/lib/insight/pitches/answer';
import { pitchPath } from '@/lib/insight/pitches/asked';
import type { Hearer, HearerPlace } from '@/lib/insight/pitches/queries';
import type { Reading } from '@/lib/language/moments';

interface HearersProps {
  pitchId: string;
  answer: PitchAnswer | null;
  answers: ReadonlyMap<PitchAnswer, number>;
  page: { readonly hearers: readonly Hearer[]; readonly older: HearerPlace | null };
  reading: Reading;
}

/** Who heard a pitch, and who answered what. */
export function Hearers({ pitchId, answer, answers, page, reading }: HearersProps) {
  const t = useTranslations('pitches');
  const ui = useTranslations('ui');
  const said = useTranslations('pitches.answer');
  const given = pitchAnswers.filter((one) => answers.has(one) || one === answer);
  return (
    <>
      {given.length > 1 && (
        <Tabs
          label={t('who')}
          tabs={[null, ...given].map((one) => ({
            href: pitchPath(pitchId, one),
            label: one ? capital(said(one)) : t('everybody'),
            count: one ? (answers.get(one) ?? 0) : undefined,
            current: one === answer,
          }))}
        />
      )}
      {page.hearers.length === 0 && <p className="lede pt-4">{t('nobody_fits')}</p>}
      <Rows label={t('who')}>
        {page.hearers.map((one) => (
          <Row
            key={one.contactId}
            name={one.name}
            href={`/contacts/${one.contactId}`}
            where={one.organization}
            said={<Answered one={one} />}
            state={<span className="text-soft text-[14px]">{said(one.answer)}</span>}
            when={<Time at={one.at} zone={reading.zone} now={reading.now} />}
          />
        ))}
      </Rows>
      <Pager
        label={ui('pages')}
        older={page.older ? { href: pitchPath(pitchId, answer, page.older), label: ui('older') } : undefined}
      />
    </>
  );
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

function Answered({ one: { words, whatWeHeard, language } }: { one: Hearer }) {
  if (words)
    return (
      <Said by="them" lang={language ?? undefined}>
        {words}
      </Said>
    );
  return whatWeHeard ? <Said by="us">{whatWeHeard}</Said> : null;
}
