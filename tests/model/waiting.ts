import type { Motif } from './motifs/throwing';
import { DAY, HOUR, type Facts } from './facts';

const span = (hours: number): number => Math.min(5000, Math.max(1, Math.round(hours)));

export const timePasses: Motif = (_, dice) => {
  const days = dice.pick([1, 1, 7, 14, 30, 90, 180]);
  const hours = dice.pick([1, 24 * days, 24 * days - 1, 24 * days, 24 * days + 1, 3]);
  return { do: 'pass', hours: span(hours) };
};

/** To the hour at which something recorded may open, or the hour before or after. */
export const timePassesToAnEdge: Motif = (facts, dice) => {
  const edge = dice.from(edges(facts).filter((moment) => moment > facts.now));
  if (edge === undefined) return timePasses(facts, dice);
  return { do: 'pass', hours: span((edge - facts.now) / HOUR + dice.pick([0, 0, -1, 1])) };
};

function edges(facts: Readonly<Facts>): number[] {
  const after = (days: number) => (fact: { recordedAt: number }) => fact.recordedAt + days * DAY;
  const dates = facts.hearings.flatMap((hearing) => (hearing.date === null ? [] : [hearing.date]));
  const cast = facts.messages.filter((message) => message.id >= 0);
  const ours = cast.filter((message) => message.direction === 'outbound');
  return [
    ...dates,
    ...facts.hearings.filter((hearing) => hearing.outcome === 'later').map(after(180)),
    ...facts.hearings
      .filter(
        ({ scope, outcome, refers }) =>
          scope === 'this_pitch' || outcome === 'wrong_person' || refers !== null,
      )
      .map(after(90)),
    ...facts.hearings
      .filter(({ outcome }) => outcome === 'question' || outcome === 'interested')
      .slice(-2)
      .map(after(7)),
    ...facts.endings.map(after(30)),
    ...facts.ownRests.map((rest) => rest.until),
    ...facts.grants.slice(-1).map(after(14)),
    ...facts.looks.slice(-1).map((look) => look.at + DAY),
    ...cast.slice(-2).map(after(30)),
    ...ours.slice(-2).map(after(14)),
    ...ours.filter((message) => message.exception !== null).map(after(365)),
    ...ours.flatMap(({ promised }) => (promised === null ? [] : [promised + 7 * DAY])).slice(-1),
    ...facts.messages.slice(-1).map(after(1)),
  ];
}
