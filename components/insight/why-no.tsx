import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Section } from '@/components/ui/page';
import { Said } from '@/components/ui/said';
import { saidIn } from '@/lib/insight/heard/asked';
import type { Hearer } from '@/lib/insight/pitches/queries';

/** Why people said no to a pitch, in their words. */
export function WhyNo({ noes }: { noes: readonly Hearer[] }) {
  const t = useTranslations('pitches');
  const answers = useTranslations('pitches.answer');
  if (noes.length === 0) return null;
  return (
    <Section caption={t('why_no')}>
      <ul role="list" className="heard-lines">
        {noes.map(({ contactId, name, organization, language, answer, words, messageId }) => (
          <li key={contactId}>
            <Said by="them" whole lang={language ?? undefined}>
              <q>{words}</q>
            </Said>
            <p className="heard-by">
              <Link
                href={messageId ? saidIn({ contactId, messageId }) : `/contacts/${contactId}`}
                prefetch={false}
                className="link"
              >
                {name}
              </Link>
              {[organization, answers(answer)].filter(Boolean).map((part) => ` · ${part}`)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
