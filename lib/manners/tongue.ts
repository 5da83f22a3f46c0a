import { wordSet, type Word } from './folded';

const english = wordSet(
  'the and you your we our to of is are for in that with it this i would have on my at',
);
const spanish = wordSet(
  'el la los las de que y en un una por para con su tu te se nos es lo como mi si pero no del al',
);
const others = wordSet(
  'und der die das ich sie wir ist nicht mit fur ein eine zu et les des vous nous est pour dans une je il di che per sono non una con e o um uma para voce nao com os em het een van ik je dat niet och att jag det som ett jeg er og ikke nie jest sie na do ze dla',
);

/** The language a text is written in, where it is one of ours; null for another, and for a few words that could be any. */
export function tongueOf(words: readonly Word[]): 'en' | 'es' | null {
  const counts = { en: 0, es: 0, other: 0 };
  for (const { key } of words.slice(0, 400)) {
    if (english.has(key)) counts.en++;
    if (spanish.has(key)) counts.es++;
    if (others.has(key)) counts.other++;
  }
  const { en, es, other } = counts;
  if (Math.max(en, es) < 3) return null;
  if (en > es) return en >= other ? 'en' : null;
  return es > other ? 'es' : null;
}
