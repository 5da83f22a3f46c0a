import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario } from '../../model/arbitrary';
import { lifterOf, recordedNoes, standingNoes } from '../../model/closers';
import { modelHouse } from '../../model/house';
import { questions, type Played } from '../../model/questions';
import { REASONS } from '../../model/reasons';
import { openingWaits, organizationRests, ownRestsInForce, restOf } from '../../model/rests';
import { isWaived, talkWith } from '../../model/talk';
import { endingInForce, fadedAway } from '../../model/turn';
import type { Facts } from '../../model/facts';

const HISTORIES = 500;
const cast = [0, 1, 2] as const;

/** Number of histories, of 500, in which something was met at least once. */
const met = new Map<string, number>();

for (const { policy, steps } of fc.sample(scenario, { numRuns: HISTORIES, seed: 2026 })) {
  const house = modelHouse(policy);
  const played: Played = [];
  const here = new Set<string>();
  for (const [at, step] of steps.entries()) {
    const answer = house.play(step, at);
    played.push({ step, answer });
    here.add(`${step.do} is ${answer.is}`);
    for (const question of questions(played)) {
      const { purpose, allowed, reasons } = house.ask(question);
      here.add(`${purpose} ${allowed ? 'allowed' : 'refused'}`);
      reasons.forEach((reason) => here.add(reason).add(`${purpose} refused by ${reason}`));
      if (purpose === 'response' && allowed && standingNoes(house.facts(), question.who).length > 0) {
        here.add('response allowed under a no');
      }
    }
    pathsIn(house.facts()).forEach((path) => here.add(path));
  }
  for (const one of here) met.set(one, (met.get(one) ?? 0) + 1);
}

function pathsIn(facts: Readonly<Facts>): string[] {
  const noes = recordedNoes(facts).flatMap((no) => {
    const lifter = lifterOf(facts, no.hearing, ['interested', 'later']);
    const stays = no.hearing.reply.retracted ? ['closer in a retracted message'] : [];
    return [`no: ${no.kind}`, `no: ${no.kind} ${lifter?.outcome ?? 'stands'}`, ...stays];
  });
  const people = cast.flatMap((who) => {
    const talk = talkWith(facts, who);
    const rest = restOf(facts, who);
    const grants = rest !== undefined && openingWaits(facts, talk, rest);
    return Object.entries({
      'opening granted by a named day': grants && rest.named,
      'opening granted after 180 days': grants && !rest.named,
      'rest of the organization': organizationRests(facts, who),
      'own rest': ownRestsInForce(facts, talk).length > 0,
      'own rest ended by their writing': facts.ownRests.some(
        (own) => own.who === who && talk.replies.some((reply) => reply.position.seq > own.seq),
      ),
      'ending in force': endingInForce(facts, talk) !== undefined,
      'faded away': fadedAway(facts, talk),
      'question waived': talk.replies.some((reply) => isWaived(facts, reply)),
      'answer owed': talk.owed.length > 0,
      thanks: talk.thanks.size > 0,
      'covered by a later hearing': talk.replies.some(
        (reply) => reply.hearing === null && !talk.unheard.includes(reply),
      ),
    }).flatMap(([path, is]) => (is ? [path] : []));
  });
  const lifted = facts.hearings.some((hearing) => lifterOf(facts, hearing, ['interested']) !== undefined);
  return [...noes, ...people, ...(lifted ? ['rest or no lifted by interest'] : [])];
}

const kinds = ['person', 'organization', 'all_pitches', 'this_pitch', 'wrong_person'];

test.each([
  ...REASONS.map(([code]) => [code, 25] as const),
  ...['opening', 'follow_up', 'response', 'thanks'].flatMap((purpose) => [
    [`${purpose} allowed`, 25] as const,
    [`${purpose} refused`, 25] as const,
  ]),
  ...kinds.flatMap((kind) => [
    [`no: ${kind} stands`, 25] as const,
    [`no: ${kind} interested`, 8] as const,
    [`no: ${kind} later`, 5] as const,
  ]),
  ['response allowed under a no', 15] as const,
  ['response refused by declined', 15] as const,
  ['thanks refused by opted_out', 5] as const,
  ['closer in a retracted message', 15] as const,
  ['opening granted by a named day', 15] as const,
  ['opening granted after 180 days', 10] as const,
  ['rest of the organization', 8] as const,
  ['own rest', 25] as const,
  ['own rest ended by their writing', 15] as const,
  ['ending in force', 15] as const,
  ['faded away', 15] as const,
  ['question waived', 5] as const,
  ['answer owed', 25] as const,
  ['thanks', 25] as const,
  ['covered by a later hearing', 15] as const,
])('in 500 random histories "%s" is met in at least %i', (path, least) => {
  expect(met.get(path) ?? 0).toBeGreaterThanOrEqual(least);
});

test('every step is played and every answer given in some random history', () => {
  const steps = [
    'pass',
    'log_in',
    'log_out',
    'hear',
    'send',
    'settle',
    'done',
    'rest',
    'lift_rest',
    'suppress',
  ];
  const others = ['unsuppress', 'suppress_domain', 'retire', 'retract', 'move'];
  const missing = [...steps, ...others].filter((step) => !met.has(`${step} is done`));
  expect([...missing, ...['send is refused', 'hear is impossible'].filter((one) => !met.has(one))]).toEqual(
    [],
  );
});
