import fc from 'fast-check';
import type { Policy, Step } from '../support/history';
import { Dice } from './dice';
import { modelHouse, type ModelHouse } from './house';
import * as motif from './motifs';
import { timePasses, timePassesToAnEdge } from './waiting';

const MOST_STEPS = 25;
/** More than needed, so that most histories are long. */
const MOST_THROWS = 36;

/** How often each motif is drawn. A motif with followers is often followed by one of them at once. */
const weights: readonly [weight: number, motif: motif.Motif, ...followers: motif.Motif[]][] = [
  [16, motif.theySpeak, motif.weHear],
  [12, motif.weSend, motif.itIsSettled],
  [9, motif.weAnswer, motif.itIsSettled],
  [9, timePassesToAnEdge],
  [8, motif.theyComeBack, motif.weHearThemComeBack],
  [8, motif.weHear],
  [6, timePasses],
  [5, motif.weWrote],
  [4, motif.hearAgain],
  [4, motif.itIsDone],
  [3, motif.itIsSettled],
  [3, motif.itIsRetracted],
  [3, motif.weRest],
  [2, motif.theyMove],
  [2, motif.doorsChange],
  [1, motif.weLiftRest],
  [1, motif.nonsense],
];
const bag = weights.flatMap(([weight, ...motifs]) => Array.from({ length: weight }, () => motifs));

type Throw = { draw: number; follow: number; rolls: number[] };

const throws: fc.Arbitrary<Throw> = fc.record({
  draw: fc.nat(bag.length - 1),
  follow: fc.nat(99),
  rolls: fc.array(fc.nat(9999), { minLength: 20, maxLength: 20 }),
});

export const policies: fc.Arbitrary<Policy> = fc.record({
  followUpsNeverAnswered: fc.constantFrom(0, 1, 2),
  followUpsInConversation: fc.constantFrom(0, 1, 2),
});

/** Up to 25 steps, mostly sensible: each is chosen looking at what the model holds by then. */
export function history(policy: Policy): fc.Arbitrary<Step[]> {
  return fc
    .array(throws, { minLength: 1, maxLength: MOST_THROWS, size: 'max' })
    .map((all) => stepsOf(all, policy));
}

/** A history together with the policy it is played under. */
export const scenario: fc.Arbitrary<{ policy: Policy; steps: Step[] }> = policies.chain((policy) =>
  history(policy).map((steps) => ({ policy, steps })),
);

function stepsOf(all: readonly Throw[], policy: Policy): Step[] {
  const house = modelHouse(policy);
  const steps: Step[] = [];
  for (const { draw, follow, rolls } of all) {
    const dice = new Dice(rolls);
    const [first, ...followers] = bag[draw] ?? [];
    if (first === undefined || !take(house, steps, first, dice)) continue;
    if (follow < 70) followers.forEach((motifs) => take(house, steps, motifs, dice));
  }
  return steps;
}

function take(house: ModelHouse, steps: Step[], next: motif.Motif, dice: Dice): boolean {
  const step = steps.length < MOST_STEPS ? next(house.facts(), dice) : undefined;
  if (step === undefined) return false;
  return house.play(step, steps.push(step) - 1).is === 'done';
}
