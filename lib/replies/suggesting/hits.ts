import { tableOf, type SuggestLanguage } from './tables';
import type { ReadText } from './sentences';

/** A phrase of the tables that stands in a reply. */
export interface Hit {
  /** The table's word for what it says: `stop.words`, `no.have`, `yes.meet`. */
  readonly concept: string;
  /** Which phrase of the table. */
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** A yes or a stop with a "not" before it. */
  readonly negated: boolean;
}

const negators: Record<SuggestLanguage, RegExp> = {
  en: /(?:^|[ '])(?:not|no|never|nor|neither|without|hardly|nobody|nothing|none|[a-z]+n't|dont|cant|wont|cannot)(?: [^ ]+){0,2} *$/,
  es: /(?:^| )(?:no|ni|nunca|jamas|tampoco|sin|nada|nadie)(?: [^ ]+){0,2} *$/,
  pt: /(?:^| )(?:nao|nem|nunca|jamais|sem|tampouco|nada|ninguem|n|num)(?: [^ ]+){0,2} *$/,
  fr: /(?:^| |')(?:ne|n|n'[a-z]+|pas|jamais|sans|ni|aucun|aucune|rien|plus)(?: [^ ]+){0,2} *$/,
  de: /(?:^| )(?:nicht|kein|keine|keinen|keiner|keinerlei|nie|niemals|ohne|weder|nix|ned|net|null)(?: [^ ]+){0,3} *$/,
  it: /(?:^| )(?:non|ne|mai|senza|nessun|nessuna|nessuno|neanche|nemmeno|niente)(?: [^ ]+){0,2} *$/,
};

const refusedAfter = /^(?: [^ \n]+){0,4} (?:nicht|ned|net|nie|niemals|kein[a-z]*|leider)(?= |\n|$)/;

/** The phrases that stand in a text, in the languages it may be written in; in the order of the text. */
export function hitsIn({ plain, sentences }: ReadText, languages: readonly SuggestLanguage[]): Hit[] {
  const found: Hit[] = [];
  for (const language of languages) {
    for (const { concept, phrase, pattern, needs } of tableOf(language)) {
      if (!plain.includes(needs)) continue;
      pattern.lastIndex = 0;
      for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
        if (match[0] === '') {
          pattern.lastIndex += 1;
          continue;
        }
        const start = match.index;
        const end = start + match[0].length;
        const line = plain.lastIndexOf('\n', start - 1) + 1;
        const turned =
          /^(?:yes\.(?!double|bare)|stop\.words)/.test(concept) &&
          (negators[language].test(plain.slice(Math.max(line, start - 60), start)) ||
            (language === 'de' &&
              concept.startsWith('yes') &&
              refusedAfter.test(plain.slice(end, end + 80))));
        const sentence = sentences.findIndex((one) => one.end > start);
        found.push({ concept, phrase, start, end, sentence, negated: turned });
      }
    }
  }
  const spared = found.filter(({ concept }) => concept === 'yes.double');
  return found
    .filter((hit) => hit.concept === 'yes.double' || !spared.some((one) => inside(hit, one)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

// "No problem" is no "no".
function inside(hit: Hit, cover: Hit): boolean {
  return /^(?:no|stop|later)\./.test(hit.concept) && hit.start >= cover.start && hit.end <= cover.end;
}
