import { bucketOf, chancesOf, scoresOf, type Features, type Linear } from './linear';
import { suggestLanguages, type SuggestLanguage } from './tables';

/** What the language of a text is judged by: whole words and runs of two to four signs. */
export function languageFeatures(plain: string, buckets: number): Features {
  const names = new Set<string>();
  for (const word of plain.slice(0, 2_000).match(/[a-z']+/g) ?? []) {
    names.add(`w ${word}`);
    const marked = `<${word}>`;
    for (let long = 2; long <= 4; long += 1)
      for (let at = 0; at + long <= marked.length; at += 1) names.add(marked.slice(at, at + long));
  }
  const features = new Map<number, number>();
  for (const name of names) {
    const bucket = bucketOf(name, buckets);
    features.set(bucket, (features.get(bucket) ?? 0) + 2 / Math.sqrt(Math.max(4, names.size)));
  }
  return features;
}

/** The languages that a text may be written in, the likeliest first, with the chance of each. */
export function languagesOf(model: Linear, text: string): { language: SuggestLanguage; chance: number }[] {
  const chances = chancesOf(scoresOf(model, languageFeatures(text, model.buckets)));
  return suggestLanguages
    .map((language) => ({ language, chance: chances[model.classes.indexOf(language)] ?? 0 }))
    .sort((a, b) => b.chance - a.chance);
}
