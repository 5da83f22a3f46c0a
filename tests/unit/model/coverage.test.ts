import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../../support/history';
import { scenario } from '../../model/arbitrary';
import { lifterOf, organizationsLifter, recordedNoes, standingNoes, type No } from '../../model/closers';
import { modelHouse, type ModelHouse } from '../../model/house';
import { isHere, type Facts } from '../../model/facts';
import { here, questions, type Played } from '../../model/questions';
import { REASONS } from '../../model/reasons';
import { openingWaits, organizationRests, ownRestsInForce, restOf } from '../../model/rests';
import { isAnsweredElsewhere, isWaived, talkWith } from '../../model/talk';
import { endingInForce, fadedAway, openPromise } from '../../model/turn';

const HISTORIES = 500;

/** Number of histories, of 500, in which something was met at least once. */
const met = new Map<string, number>();

for (const { policy, steps } of fc.sample(scenario, { numRuns: HISTORIES, seed: 2026 })) {
  const house = modelHouse(policy);
  const played: Played = [];
  const seen = new Set<string>();
  for (const [at, step] of steps.entries()) {
    const answer = house.play(step, at);
    played.push({ step, answer });
    seen.add(`${step.do} is ${answer.is}`);
    if (step.do === 'send' && answer.is === 'done') sentIn(house, at).forEach((path) => seen.add(path));
    for (const question of questions(played)) {
      const { purpose, allowed, reasons, warnings } = house.ask(question);
      seen.add(`${purpose} ${allowed ? 'allowed' : 'refused'}`);
      reasons.forEach((reason) => seen.add(reason).add(`${purpose} refused by ${reason}`));
      warnings.forEach((reason) => seen.add(`warned of ${reason}`));
      if (purpose === 'response' && allowed && standingNoes(house.facts(), question.who, []).length > 0) {
        seen.add('response allowed under a no');
      }
      const plain = { ...question };
      delete plain.exception;
      delete plain.referral;
      const carries = question.exception === undefined ? 'referral' : 'exception';
      if (allowed && !house.ask(plain).allowed) seen.add(`${carries} opens`);
    }
    pathsIn(house.facts()).forEach((path) => seen.add(path));
  }
  for (const { id } of house.facts().messages) seen.add(`mark: ${house.mark(id) ?? 'none'}`);
  if (here(played).some((who) => house.standing(who).holder !== null)) seen.add('somebody in conversation');
  for (const one of seen) met.set(one, (met.get(one) ?? 0) + 1);
}

function sentIn(house: ModelHouse, id: number): string[] {
  const message = house.facts().messages.find((one) => one.id === id);
  expect(house.mayLeave(id)).toMatchObject({ allowed: true, purpose: message?.purpose });
  const more = message?.purpose === 'response' && message.names === null;
  return more ? ['addendum or promised message'] : [];
}

function lifting(facts: Readonly<Facts>, { kind, hearing, lifted }: No): string {
  if (hearing === null || kind === 'opt_out') return lifted ? 'words' : 'stands';
  const lifter =
    kind === 'organization'
      ? organizationsLifter(facts, hearing)
      : lifterOf(facts, hearing, ['interested', 'later']);
  if (lifter !== undefined && lifter.reply.who !== hearing.reply.who) return 'successor';
  return lifter?.outcome ?? 'stands';
}

function pathsIn(facts: Readonly<Facts>): string[] {
  const noes = recordedNoes(facts).flatMap((no) => {
    const stays = no.words !== null && no.words.retracted !== null ? ['closer in a retracted message'] : [];
    const cause = no.hearing !== null ? 'heard' : no.words === null ? 'by hand' : 'complaint';
    const stop = no.kind === 'opt_out' ? [`stop: ${cause}`] : [];
    return [`no: ${no.kind} ${lifting(facts, no)}`, ...stays, ...stop];
  });
  const people = [...facts.contacts.keys()]
    .filter((who) => isHere(facts, who))
    .flatMap((who) => {
      const talk = talkWith(facts, who);
      const rest = restOf(facts, who);
      const grants = rest !== undefined && openingWaits(facts, talk, rest);
      const organization = facts.contacts.get(who)?.organization ?? null;
      return Object.entries({
        'opening granted by a named day': grants && rest.named,
        'opening granted after 180 days': grants && !rest.named,
        'rest of the organization': organization !== null && organizationRests(facts, who, [organization]),
        'own rest': ownRestsInForce(facts, talk).length > 0,
        'own rest ended by their writing': facts.ownRests.some(
          (own) => own.who === who && talk.replies.some((reply) => reply.position.seq > own.seq),
        ),
        [`ended by ${endingInForce(facts, talk)?.kind ?? 'nothing'}`]: true,
        'faded away': fadedAway(facts, talk),
        'promise open': openPromise(facts, talk) !== undefined,
        'question waived': talk.replies.some((reply) => isWaived(facts, reply)),
        'answer owed': talk.owed.length > 0,
        thanks: talk.thanks.size > 0,
        addendum: talk.messages.length > talk.turns.length + talk.thanks.size,
        'answered elsewhere': talk.unheard.some((reply) => isAnsweredElsewhere(talk, reply)),
        'covered by a later hearing': talk.replies.some(
          (reply) => reply.hearing === null && !talk.unheard.includes(reply),
        ),
      }).flatMap(([path, is]) => (is ? [path] : []));
    });
  return [...noes, ...people];
}

const kinds = ['person', 'organization', 'all_pitches', 'this_pitch', 'wrong_person'];

test.each([
  ...[...REASONS.map(([code]) => code), 'deaf'].map((code) => [code, 50] as const),
  ...['opening', 'follow_up', 'response', 'thanks'].flatMap((purpose) => [
    [`${purpose} allowed`, 25] as const,
    [`${purpose} refused`, 25] as const,
  ]),
  ...kinds.flatMap((kind) => [
    [`no: ${kind} stands`, 25] as const,
    [`no: ${kind} interested`, 8] as const,
    [`no: ${kind} later`, 5] as const,
  ]),
  ...['heard', 'by hand', 'complaint'].map((cause) => [`stop: ${cause}`, 25] as const),
  ...['breach', 'history', 'answered_elsewhere', 'crossed'].map((mark) => [`mark: ${mark}`, 15] as const),
  ...['exception', 'referral'].map((leave) => [`${leave} opens`, 25] as const),
  ['no: opt_out words', 8] as const,
  ['no: organization successor', 2] as const,
  ['warned of invitation_needed', 25] as const,
  ['warned of deaf', 25] as const,
  ['response allowed under a no', 15] as const,
  ['response refused by declined', 15] as const,
  ['thanks refused by opted_out', 5] as const,
  ['closer in a retracted message', 15] as const,
  ['opening granted by a named day', 15] as const,
  ['opening granted after 180 days', 10] as const,
  ['rest of the organization', 8] as const,
  ['own rest', 25] as const,
  ['own rest ended by their writing', 15] as const,
  ['ended by done', 15] as const,
  ['ended by nothing_to_answer', 15] as const,
  ['faded away', 15] as const,
  ['promise open', 15] as const,
  ['addendum', 8] as const,
  ['addendum or promised message', 15] as const,
  ['answered elsewhere', 15] as const,
  ['somebody in conversation', 50] as const,
  ['question waived', 5] as const,
  ['answer owed', 25] as const,
  ['thanks', 25] as const,
  ['covered by a later hearing', 15] as const,
])('in 500 random histories "%s" is met in at least %i', (path, least) => {
  expect(met.get(path) ?? 0).toBeGreaterThanOrEqual(least);
});

const steps: Record<Step['do'], true> = {
  ...{ pass: true, log_in: true, log_out: true, hear: true, send: true, settle: true, done: true },
  ...{ retract: true, correct: true, rest: true, lift_rest: true, suppress: true, unsuppress: true },
  ...{ suppress_domain: true, unsuppress_domain: true, retire: true, opt_out: true },
  ...{ lift_opt_out: true, withdraw: true, succeed: true, read_mailbox: true, look: true },
  ...{ listen_everywhere: true, open_mailbox: true, crowd_writes: true, crowd_is_heard: true },
  ...{ hand_over: true, close_account: true, appoint: true, grant: true, set_policy: true, met: true },
  ...{ move: true, own_domain: true, appear: true, merge: true },
};

test.each(Object.keys(steps))('"%s" is played in some random history', (step) => {
  expect(met.get(`${step} is done`) ?? 0).toBeGreaterThan(0);
});

test('steps are refused and make no sense now and then', () => {
  expect(met.get('send is refused') ?? 0).toBeGreaterThan(0);
  expect(met.get('hear is impossible') ?? 0).toBeGreaterThan(0);
});
