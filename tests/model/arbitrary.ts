import fc from 'fast-check';
import type { Policy, Step } from '../support/history';
import { Dice } from './dice';
import { modelHouse, type ModelHouse } from './house';
import * as closing from './motifs/closing';
import * as keeping from './motifs/keeping';
import * as talking from './motifs/talking';
import type { Motif } from './motifs/throwing';
import { timePasses, timePassesToAnEdge } from './waiting';

const MOST_STEPS = 40;
/** More than needed, so that most histories are long. */
const MOST_THROWS = 70;

/** How often each motif is drawn. A motif with followers is often followed by them at once. */
const weights: readonly [weight: number, motif: Motif, ...followers: Motif[]][] = [
  [18, talking.theySpeak, talking.weHear],
  [8, talking.weSend, talking.itIsSettled],
  [8, keeping.weListen, talking.weSend, talking.itIsSettled],
  [5, talking.weAnswer, talking.itIsSettled],
  [7, talking.weAnswer, talking.itArrives, talking.weAdd, talking.itArrives],
  [3, talking.theySpeak, talking.weAnswerElsewhere],
  [9, timePassesToAnEdge],
  [8, talking.theyComeBack, talking.weHearThemComeBack],
  [7, talking.weHear],
  [6, timePasses],
  [7, talking.weWrote],
  [4, talking.hearAgain],
  [4, talking.itIsDone],
  [3, talking.itIsSettled],
  [2, talking.weAdd],
  [2, closing.itIsRetracted],
  [2, closing.aNoIsRetracted, closing.aNoIsWithdrawn],
  [3, closing.itIsCorrected, talking.weHear],
  [3, closing.weRest],
  [1, closing.weLiftRest],
  [3, closing.doorsChange],
  [1, closing.theyOptOut, talking.theyComeBack, talking.weHear],
  [2, closing.theyAskUsToWrite],
  [3, closing.theySucceed, closing.theSuccessorAgrees],
  [1, talking.itBounces],
  [3, keeping.weListen],
  [2, keeping.crowdWrites, keeping.aWeekPasses],
  [1, keeping.crowdIsHeard],
  [3, keeping.weHandOver],
  [3, keeping.theHouseChanges],
  [2, keeping.theyMove],
  [2, keeping.somebodyAppears],
  [1, keeping.theyAreOne],
  [5, keeping.weExcept, keeping.weUseException, talking.itIsSettled],
  [3, keeping.weUseException],
  [4, keeping.weUseReferral, talking.itIsSettled],
  [1, keeping.nonsense],
];
const bag = weights.flatMap(([weight, ...motifs]) => Array.from({ length: weight }, () => motifs));

type Throw = { draw: number; follow: number; rolls: number[] };

const throws: fc.Arbitrary<Throw> = fc.record({
  draw: fc.nat(bag.length - 1),
  follow: fc.nat(99),
  rolls: fc.array(fc.nat(9999), { minLength: 36, maxLength: 36 }),
});

export const policies: fc.Arbitrary<Policy> = fc.record({
  followUpsNeverAnswered: fc.constantFrom(0, 1, 2),
  followUpsInConversation: fc.constantFrom(0, 1, 2),
  invitationNeeded: fc.constantFrom('warn', 'block', 'off'),
});

/** Up to 40 steps, mostly sensible: each is chosen looking at what the model holds by then. */
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
    if (follow < 70) followers.forEach((motif) => take(house, steps, motif, dice));
  }
  return steps;
}

function take(house: ModelHouse, steps: Step[], next: Motif, dice: Dice): boolean {
  const step = steps.length < MOST_STEPS ? next(house.facts(), dice) : undefined;
  if (step === undefined) return false;
  return house.play(step, steps.push(step) - 1).is === 'done';
}
