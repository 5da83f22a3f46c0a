import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../../support/history';
import { scenario } from '../../model/arbitrary';
import { DAY, type Facts, type Message } from '../../model/facts';
import { modelHouse } from '../../model/house';
import { talkWith } from '../../model/talk';
import { counts } from '../../model/timeline';
import { unanswered } from '../../model/turn';

/** What was let through, with the facts as they were when it was asked for. */
type Sent = { message: Message; before: Facts };

/** A copy that later steps do not reach. */
const still = (facts: Readonly<Facts>): Facts => structuredClone(facts);

const sent: Sent[] = [];
const kept: { exception: Message[]; referral: Message[] }[] = [];

for (const { policy, steps } of fc.sample(scenario, { numRuns: 800, seed: 1963 })) {
  const house = modelHouse(policy);
  for (const [at, step] of steps.entries()) {
    const before = step.do === 'send' ? still(house.facts()) : null;
    const passed = house.play(step, at).is === 'done';
    const message = house.facts().messages.at(-1);
    if (before !== null && passed && message !== undefined) sent.push({ message: { ...message }, before });
    carried(house.facts(), step);
  }
}

/** After every step: what was carried by messages that count. */
function carried(facts: Readonly<Facts>, step: Step): void {
  if (step.do !== 'send' && step.do !== 'settle') return;
  const ours = facts.messages.filter((one) => one.source === 'composed' && counts(one));
  kept.push({
    exception: ours.filter((one) => one.exception !== null).map((one) => ({ ...one })),
    referral: ours.filter((one) => one.referral !== null).map((one) => ({ ...one })),
  });
}

/** Without the reasons of the law: is there a stop of theirs that nobody has taken back or lifted? */
function stops({ message, before }: Sent): number[] {
  const heard = before.hearings.filter(
    (one) =>
      one.reply.who === message.who &&
      one.outcome === 'opted_out' &&
      one.reply.hearing === one &&
      one.withdrawn === null &&
      one.lifted === null,
  );
  const others = before.stops.filter((one) => one.who === message.who && one.lifted === null);
  return [...heard.map(({ seq }) => seq), ...others.map(({ recorded }) => recorded.seq)];
}

test('there is enough to look at', () => {
  expect(sent.length).toBeGreaterThan(1000);
  expect(sent.filter((one) => stops(one).length > 0).length).toBeGreaterThan(5);
});

test('after a stop nothing goes out but an answer, without a pitch, to what they asked', () => {
  for (const one of sent.filter((each) => stops(each).length > 0)) {
    const named = one.before.messages.find(({ id }) => id === one.message.names?.id);
    expect(['question', 'interested']).toContain(named?.hearing?.outcome);
    expect(one.message.pitch).toBe(null);
    expect(
      one.before.messages.filter(({ names, ...rest }) => counts({ names, ...rest }) && names === named),
    ).toEqual([]);
  }
});

test('after a no of the person nothing goes out but thanks, an answer, or an exception', () => {
  for (const { message, before } of sent) {
    const noes = before.hearings.filter(
      ({ reply, outcome, scope }) =>
        reply.who === message.who &&
        outcome === 'declined' &&
        (scope === 'person' || scope === 'organization'),
    );
    const standing = noes.filter(
      (no) =>
        no.reply.hearing === no &&
        no.withdrawn === null &&
        !before.hearings.some(
          ({ reply, outcome, seq }) =>
            reply.who === message.who && (outcome === 'interested' || outcome === 'later') && seq > no.seq,
        ),
    );
    if (standing.length === 0 || message.exception !== null) continue;
    const named = before.messages.find(({ id }) => id === message.names?.id);
    expect(['thanks', 'response']).toContain(message.purpose);
    expect(message.pitch).toBe(null);
    if (message.purpose === 'response') expect(['question', 'interested']).toContain(named?.hearing?.outcome);
  }
});

test('over silence nothing goes out but what policy, a rest, an exception or a referral allows', () => {
  for (const { message, before } of sent) {
    const ours = unanswered(talkWith(before, message.who));
    if (ours.length === 0 || message.purpose === 'thanks' || message.purpose === 'response') continue;
    if (message.purpose === 'opening' || message.exception !== null || message.referral !== null) continue;
    const { followUpsNeverAnswered: never, followUpsInConversation: talking } = before.policy;
    const spoke = talkWith(before, message.who).replies.length > 0;
    expect(ours.length).toBeLessThanOrEqual(spoke ? talking : never);
    expect(message.newFact).toBe(true);
  }
});

test('nothing goes out while a reply is unheard, but a response of whoever answered elsewhere', () => {
  for (const { message, before } of sent) {
    const { unheard, ours } = talkWith(before, message.who);
    if (unheard.length === 0) continue;
    expect(message.purpose).toBe('response');
    expect(ours.some(({ source }) => source === 'synced')).toBe(true);
  }
});

test('no exception and no referral is carried by two messages', () => {
  for (const { exception, referral } of kept) {
    expect(new Set(exception.map((one) => one.exception)).size).toBe(exception.length);
    expect(new Set(referral.map((one) => one.referral)).size).toBe(referral.length);
  }
});

test('no contact gets a third message by exception within a year', () => {
  for (const { message, before } of sent.filter((one) => one.message.exception !== null)) {
    const year = before.messages.filter(
      (one) =>
        one.who === message.who &&
        one.exception !== null &&
        counts(one) &&
        message.recordedAt < one.recordedAt + 365 * DAY,
    );
    expect(year.length).toBeLessThan(2);
  }
});
