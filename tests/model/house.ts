import type { Answer, House, Policy, Question, Standing, Step, Verdict, Who } from '../support/history';
import { DAY, HOUR, door, noFacts, type Facts } from './facts';
import { heard } from './hear';
import { ownRestsInForce } from './rests';
import { composed, loggedIn, loggedOut, retracted, settled } from './speak';
import { talkWith, type Talk } from './talk';
import { turnOf, unanswered } from './turn';
import { verdict } from './verdict';

export interface ModelHouse extends House {
  play(step: Step, at: number): Answer;
  ask(question: Question): Verdict;
  standing(who: Who): Standing;
  /** Milliseconds since the epoch. */
  now(): number;
  /** What was recorded so far, for reading only. */
  facts(): Readonly<Facts>;
}

/** The core of the law in memory: a second opinion, written from the design and not from the SQL. */
export function modelHouse(policy: Policy): ModelHouse {
  const facts = noFacts(policy);
  // Time alone changes no conversation, so between two steps each is worked out once.
  const talks = new Map<Who, Talk>();
  const talkNow = (who: Who): Talk => {
    const talk = talks.get(who) ?? talkWith(facts, who);
    talks.set(who, talk);
    return talk;
  };
  return {
    now: () => facts.now,
    facts: () => facts,
    play: (step, at) => {
      talks.clear();
      const answer = take(facts, step, at);
      return typeof answer === 'object' ? answer : { is: answer ? 'done' : 'impossible' };
    },
    ask: (question) => {
      const names = facts.messages.find((message) => message.id === question.answers) ?? null;
      const wish = { pitch: question.pitch ?? null, names, newFact: question.newFact };
      return verdict(facts, talkNow(question.who), question.channel, wish);
    },
    standing: (who) => {
      const talk = talkNow(who);
      return {
        turn: turnOf(facts, talk),
        unheard: talk.unheard.length,
        unanswered: unanswered(talk).length,
        owed: talk.owed.length,
      };
    },
  };
}

/** Whether the step made sense; a message that was asked for may be refused instead. */
function take(facts: Facts, step: Step, at: number): boolean | Answer {
  switch (step.do) {
    case 'pass':
      facts.now += step.hours * HOUR;
      return true;
    case 'log_in':
      return loggedIn(facts, step, at);
    case 'log_out':
      return loggedOut(facts, step, at);
    case 'hear':
      return heard(facts, step);
    case 'send':
      return composed(facts, step, at);
    case 'settle':
      return settled(facts, step.message, step.as);
    case 'retract':
      return retracted(facts, step.message);
    case 'done':
      return markedDone(facts, step.who);
    case 'rest':
      return rested(facts, step.who, step.days);
    case 'lift_rest':
      return restLifted(facts, step.who);
    case 'suppress':
      return added(facts.suppressed, door(step.who, step.channel));
    case 'unsuppress':
      return facts.suppressed.delete(door(step.who, step.channel));
    case 'suppress_domain':
      return added(facts.suppressedDomains, step.domain);
    case 'retire':
      return added(facts.retired, door(step.who, step.channel));
    case 'move':
      if (facts.organizationOf[step.who] === step.to) return false;
      facts.organizationOf[step.who] = step.to;
      return true;
  }
}

function added(doors: Set<string>, one: string): boolean {
  if (doors.has(one)) return false;
  doors.add(one);
  return true;
}

function markedDone(facts: Facts, who: Who): boolean {
  const talk = talkWith(facts, who);
  if (turnOf(facts, talk) !== 'ours' || talk.unheard.length > 0) return false;
  facts.endings.push({ who, recordedAt: facts.now, seq: ++facts.seq });
  return true;
}

function rested(facts: Facts, who: Who, days: number): boolean {
  if (!Number.isInteger(days) || days < 1 || days > 400) return false;
  facts.ownRests.push({ who, until: facts.now + days * DAY, lifted: false, seq: ++facts.seq });
  return true;
}

function restLifted(facts: Facts, who: Who): boolean {
  const rests = ownRestsInForce(facts, talkWith(facts, who));
  for (const rest of rests) rest.lifted = true;
  return rests.length > 0;
}
