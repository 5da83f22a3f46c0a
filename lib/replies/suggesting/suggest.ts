import { featuresOf } from './features';
import { hitsIn } from './hits';
import { languagesOf } from './language';
import { chancesOf, scoresOf, type Features, type Linear } from './linear';
import { heardAlike, milder } from './learn';
import { shippedModel, type SuggestModel } from './model';
import { decided, type SuggestOutcome } from './outcome';
import { referralOf } from './referral';
import { scopeOf, type SuggestScope } from './scope';
import { readText, type ReadText } from './sentences';
import type { SuggestLanguage } from './tables';
import { untilOf } from './until';
import { wordsFor, type ChanceAlone } from './evidence';

/** A reply as it is read: what the person wrote now, on which day (`YYYY-MM-DD`), by which channel. */
export interface ReplyToRead {
  readonly replyText: string;
  readonly sentOn: string;
  readonly channel: string;
}

/** Words of the reply, and what of the suggestion rests on them. */
export interface Evidence {
  readonly of: 'outcome' | 'scope' | 'until' | 'referral';
  readonly words: string;
}

/** What a reply may have said. It opens nothing; only a person hears. */
export interface Suggestion {
  readonly lang: SuggestLanguage;
  /** Null where it cannot be told. */
  readonly outcome: SuggestOutcome | null;
  /** Of a no how far it reaches; of an opt-out only where it is for the whole organization. */
  readonly scope: SuggestScope | null;
  /** Of a not-now the day (`YYYY-MM-DD`), or the month (`YYYY-MM`) where no day is named. */
  readonly until: string | null;
  /** Whom they name instead: a name, an address, or `name, address`. */
  readonly referral: string | null;
  readonly evidence: readonly Evidence[];
  /** 0 to 1: how likely the outcome is right, or of null how likely the best guess was. */
  readonly sure: number;
}

/** From which chance on a no that names a time to come back is a not-now. */
const leastPostponed = 0.1;

/** From which chance on of a no and a not-now together it is one of both. */
const leastEither = 0.8;

/** Reads one reply on its text alone. Pure; takes linear time and looks at the first 6,000 and last 2,000 signs. */
export function suggest(reply: ReplyToRead, model: SuggestModel = shippedModel()): Suggestion {
  const read = readText(reply.replyText);
  const [first, second] = languagesOf(model.language, read.plain);
  const lang = first?.language ?? 'en';
  const languages = second && second.chance > 0.15 ? [lang, second.language] : [lang];
  const hits = hitsIn(read, languages);
  const features = featuresOf(read, hits, model.outcome.buckets);
  const chances = chancesIn(model.outcome, features, model.temperature);
  const told = decided(chances, { read, hits, languages }, model.care);
  const text = shownOf(read);
  // A no that asks to be written to another time, and names it, is a not-now; so is what may be either.
  const postponed =
    (told.outcome === 'declined' ||
      (told.outcome === null && chances('declined') + chances('later') >= leastEither)) &&
    chances('later') >= leastPostponed &&
    hits.some(({ concept, negated }) => concept === 'later.back' && !negated) &&
    untilOf(text, reply.sentOn, lang) !== null;
  const outcome = milder(postponed ? 'later' : told.outcome, heardAlike(model.learnt, features));
  const scope = scopeOf(outcome, chancesIn(model.scope, features), text);
  const until = outcome === 'later' ? untilOf(text, reply.sentOn, lang) : null;
  const referral = outcome === 'wrong_person' ? referralOf(text) : null;
  const said: ChanceAlone = (alone, own) =>
    chancesIn(model.outcome, featuresOf(alone, own, model.outcome.buckets))(outcome ?? '');
  return {
    ...{ lang, outcome, scope, until: until?.until ?? null, referral: referral?.referral ?? null },
    evidence: [
      ...of('outcome', wordsFor(outcome, read, hits, said)),
      ...of('until', until?.words),
      ...of('referral', referral?.words),
    ],
    sure: Math.round(told.sure * 1_000) / 1_000,
  };
}

// What is left unread (quotes, words to machines) is left out of the words that dates and names are looked for in.
function shownOf({ written, sentences }: ReadText): string {
  return sentences.map(({ start, end }) => written.slice(start, end)).join('');
}

function chancesIn(model: Linear, features: Features, temperature = 1): (name: string) => number {
  const chances = chancesOf(scoresOf(model, features), temperature);
  return (name) => chances[model.classes.indexOf(name)] ?? 0;
}

function of(part: Evidence['of'], words: string | null | undefined): Evidence[] {
  return words ? [{ of: part, words }] : [];
}
