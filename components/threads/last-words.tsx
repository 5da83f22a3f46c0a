import { useTranslations } from 'next-intl';
import { Said } from '@/components/ui/said';
import { lastQuestion } from '@/lib/threads/asked';

interface LastWordsProps {
  by: 'them' | 'us';
  text: string;
  /** Of theirs, where it is known. */
  language?: string | null | undefined;
}

/** The last words between us, as a list shows them: theirs as they said them; of ours what we asked. */
export function LastWords({ by, text, language }: LastWordsProps) {
  const t = useTranslations('today');
  if (by === 'them')
    return (
      <Said by="them" lang={language ?? undefined}>
        {text}
      </Said>
    );
  const asked = lastQuestion(text);
  return (
    <Said by="us">
      {t.rich(asked ? 'asked' : 'wrote', { text: asked ?? text, q: (words) => <q>{words}</q> })}
    </Said>
  );
}
