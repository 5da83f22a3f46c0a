import { useTranslations } from 'next-intl';
import type { Guess } from '@/lib/replies/suggested/guess';

const longest = 240;

/** What a reply seems to say, and the words that rests on: only a guess, above the choice that a person makes. */
export function ReadsLike({ guess: { outcome, words, byModel } }: { guess: Guess }) {
  const t = useTranslations('listen');
  const said = useTranslations('outcomes.choice')(outcome);
  // The sentence around it brings its own full stop.
  const bare = words?.trim().replace(/\.$/, '') ?? null;
  const short = bare && bare.length > longest ? `${bare.slice(0, longest - 1).trimEnd()}…` : bare;
  return (
    <p className="lede pb-4" data-guess={outcome}>
      {short ? t('reads_like_words', { outcome: said, words: short }) : t('reads_like', { outcome: said })}
      {byModel && ` ${t('reads_like_model')}`}
    </p>
  );
}
