import { useTranslations } from 'next-intl';
import { Section, TextLink } from '@/components/ui/page';
import { dayOf, type Reading } from '@/lib/language/moments';
import type { PitchPut } from '@/lib/insight/pitches/queries';

/** The pitches somebody heard, and where each stands. */
export function PitchesPut({ pitches, reading }: { pitches: readonly PitchPut[]; reading: Reading }) {
  const t = useTranslations('conversation.pitches');
  const answers = useTranslations('pitches.answer');
  if (pitches.length === 0) return null;
  return (
    <Section caption={t('caption')}>
      <ul className="space-y-2" role="list">
        {pitches.map(({ id, name, at, answer }) => (
          <li key={id}>
            <TextLink href={`/pitches/${id}`}>{name}</TextLink>
            <span className="text-faint block text-[13px]">
              {t('stands', { day: dayOf(at, reading), answer: answers(answer) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
