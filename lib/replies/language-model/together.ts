import { harmOf } from '../suggesting/harm';
import type { SuggestOutcome } from '../suggesting/outcome';
import type { SuggestScope } from '../suggesting/scope';
import type { Evidence, Suggestion } from '../suggesting/suggest';
import type { Opinion } from './opinion';

/** What is suggested once a language model was asked too. */
export interface Joint extends Pick<Suggestion, 'outcome' | 'scope' | 'until' | 'referral' | 'evidence'> {
  /** Null where the outcome is the language model's alone: nobody knows how often it is right. */
  readonly sure: number | null;
}

/** Days ahead that a not-now is believed to reach. */
const farthest = 731;
const mostQuotes = 3;

/**
 * Puts the opinion of a language model beside what was suggested without it. Where both differ, what would harm most if
 * overlooked stands (`harmOf`; what cannot be told comes before interest), and the model alone never makes interest or a
 * question of anything. What it quotes counts only where it stands in the text, letter by letter.
 */
export function together(
  shipped: Suggestion,
  opinion: Opinion,
  { text, sentOn }: { readonly text: string; readonly sentOn: string },
): Joint {
  const outcome = moreCareful(shipped.outcome, opinion.outcome);
  if (outcome === null)
    return {
      ...{ outcome, scope: null, until: null, referral: null, evidence: [] },
      sure: shipped.outcome === null ? shipped.sure : null,
    };
  const quotes = opinion.quotes.map((quote) => quote.trim()).filter((quote) => quote && text.includes(quote));
  const [isShipped, isModels] = [outcome === shipped.outcome, outcome === opinion.outcome];
  const own = isShipped ? shipped : null;
  const until = isModels && outcome === 'later' ? believed(opinion.until, sentOn) : null;
  const named = opinion.referral.trim();
  const referral = isModels && outcome === 'wrong_person' && named && text.includes(named) ? named : null;
  return {
    outcome,
    scope: reachOf(outcome, shipped, { ...opinion, quotes }),
    until: own?.until ?? until,
    referral: own?.referral ?? referral,
    evidence: evidenceOf(own?.evidence ?? [], isModels ? quotes : []),
    sure: own?.sure ?? null,
  };
}

/** Of two outcomes the one that is worse to overlook, or neither. */
export function moreCareful(
  shipped: SuggestOutcome | null,
  model: SuggestOutcome | null,
): SuggestOutcome | null {
  if (shipped === model) return shipped;
  const careful = harm(model) > harm(shipped) ? model : shipped;
  return isWarm(careful) && !isWarm(shipped) ? null : careful;
}

function harm(outcome: SuggestOutcome | null): number {
  return harmOf({ outcome, sure: 0 });
}

function isWarm(outcome: SuggestOutcome | null): boolean {
  return outcome === 'interested' || outcome === 'question';
}

function closes(outcome: SuggestOutcome | null): boolean {
  return outcome === 'declined' || outcome === 'opted_out';
}

// The wider of both. A whole organization is held by it, so the words for it have to be theirs.
function reachOf(outcome: SuggestOutcome, shipped: Suggestion, opinion: Opinion): SuggestScope | null {
  if (!closes(outcome)) return null;
  const everybody =
    shipped.scope === 'organization' ||
    (closes(opinion.outcome) && opinion.wholeOrganization && opinion.quotes.length > 0);
  if (everybody) return 'organization';
  if (outcome === shipped.outcome) return shipped.scope;
  return outcome === 'declined' ? 'person' : null;
}

function evidenceOf(shipped: readonly Evidence[], quotes: readonly string[]): Evidence[] {
  const known = new Set(shipped.map(({ words }) => words));
  const added = [...new Set(quotes)].filter((words) => !known.has(words)).slice(0, mostQuotes);
  return [...shipped, ...added.map((words) => ({ of: 'outcome' as const, words }))];
}

// A day or a month that there is, after the reply and not ages away.
function believed(until: string, sentOn: string): string | null {
  const day = /^\d{4}-\d\d$/.test(until) ? `${until}-01` : until;
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) return null;
  if (new Date(day).toISOString().slice(0, 10) !== day) return null;
  const days = (Date.parse(day) - Date.parse(sentOn)) / 86_400_000;
  return days > 0 && days <= farthest ? until : null;
}
