import { useTranslations } from 'next-intl';
import { Section, TextLink } from '@/components/ui/page';
import type { PitchPutAt } from '@/lib/insight/pitches/queries';
import { dayOf, type Reading } from '@/lib/language/moments';

/** The pitches that were put to people of an organization, and what became of them. */
export function PitchesAt({ pitches, reading }: { pitches: readonly PitchPutAt[]; reading: Reading }) {
  const t = useTranslations('organizations');
  const said = useTranslations('pitches.answer');
  if (pitches.length === 0) return null;
  return (
    <Section caption={t('pitches')}>
      <ul className="space-y-2" role="list">
        {pitches.map(({ id, name, at, answers }) => (
          <li key={id}>
            <TextLink href={`/pitches/${id}`}>{name}</TextLink>
            <span className="text-faint block text-[13px]">
              {[
                dayOf(at, reading),
                ...answers.map(({ answer, count }) =>
                  count === 1 ? said(answer) : `${said(answer)} (${count})`,
                ),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
