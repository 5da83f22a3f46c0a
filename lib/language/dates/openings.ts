import { countedAt } from './named';
import type { Part } from './periods';
import { signAt, type Reader } from './reader';
import { periodAt } from './times';

export type Relation = 'none' | 'for' | 'in' | 'within' | 'from' | 'after' | 'until' | 'before' | 'by';

const relations = ['for', 'in', 'within', 'by', 'until', 'before', 'from', 'after'] as const;

const strength: Record<Relation, number> = {
  none: 0,
  for: 1,
  in: 1,
  within: 2,
  by: 2,
  until: 3,
  before: 3,
  from: 4,
  after: 5,
};

/** What stands before a time, and the sign at which the time itself begins. */
export interface Opening {
  readonly relation: Relation;
  readonly part: Part | null;
  /** The time is over. */
  readonly over: boolean;
  /** "Through", "ends on": it lasts to the end of that time. */
  readonly whole: boolean;
  /** "Exactly". */
  readonly exactly: boolean;
  readonly on: number;
}

/** What stands before the time itself: "not before", "after the end of". Of several the one that says most counts. */
export function openingAt(reader: Reader, at: number): Opening {
  const open = { relation: 'none' as Relation, part: null as Part | null, over: false, exactly: false };
  let whole = endsBefore(reader, at);
  let on = at;
  for (const most = at + 7; on < most; on += 1) {
    const sign = reader.signs[on];
    if (!sign) break;
    if (sign.kind === 'rel') {
      whole ||= sign.value === 'through';
      // "Se hace en marzo": no "hace dos meses".
      if (reader.signs[on - 1]?.kind === 'ago') open.over = false;
      const next = relationOf(sign.value);
      if (strength[next] >= strength[open.relation]) open.relation = next;
    } else if (sign.kind === 'part' && isPart(sign.value)) open.part = sign.value;
    else if (sign.kind === 'exactly') open.exactly = true;
    else if (sign.kind === 'since' && sign.value === 'back' && isComing(reader, on)) open.relation = 'in';
    else if (sign.kind === 'since' || sign.kind === 'ago') open.over = true;
    else if (sign.kind === 'last' && !countedAt(reader, on, (inner) => periodAt(reader, inner)))
      open.over = true;
    // "Depois do dia 15": the word for a day says nothing beside its number.
    else if (sign.value === 'day' && on > at && signAt(reader, on + 1, 'digits')) continue;
    else if (sign.kind !== 'of' || on === at) break;
  }
  return { ...open, whole, on };
}

// "Back in November." is to come; "back in November we signed" is over.
function isComing(reader: Reader, at: number): boolean {
  const [before, end] = [reader.signs[at - 1], reader.signs[at + 2]];
  return (!before || before.kind === 'sign') && (!end || end.kind === 'sign' || end.kind === 'and');
}

// "Ends on", "runs to", "is over, we think, by": a word for an end shortly before.
function endsBefore(reader: Reader, at: number): boolean {
  for (let on = at - 1; on >= Math.max(0, at - 2); on -= 1) {
    const kind = reader.signs[on]?.kind;
    if (kind === 'ends') return true;
    if (kind !== 'or' && kind !== 'of') return false;
  }
  return false;
}

function relationOf(value: string): Relation {
  if (value === 'passed') return 'after';
  if (value === 'through') return 'until';
  // "el" and "hasta el" say what "en" and "hasta" do, and that a day follows.
  return relations.find((one) => one === value.replace(/_(the|since)$/, '')) ?? 'in';
}

function isPart(value: string): value is Part {
  return value === 'early' || value === 'mid' || value === 'late' || value === 'end';
}
