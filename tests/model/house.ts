import type { Answer, House, Mark, Policy, Question, Standing, Step, Verdict, Who } from '../support/history';
import {
  doorClosed,
  doorFreed,
  optedOut,
  rested,
  restLifted,
  retiredFrom,
  stopLifted,
  succeeded,
  withdrawn,
} from './close';
import { HOUR, isHere, isOpen, newContact, noFacts, type Facts } from './facts';
import { heard } from './hear';
import { holder } from './holder';
import * as keep from './keep';
import { corrected, loggedIn, loggedOut, messageOf, retracted } from './log';
import { markOf } from './marks';
import { composed, listenedEverywhere, mayLeave, settled, wishOf } from './speak';
import { talkWith, type Talk } from './talk';
import { openPromise, turnOf, unanswered } from './turn';
import { verdict } from './verdict';

export interface ModelHouse extends House {
  play(step: Step, at: number): Answer;
  ask(question: Question): Verdict;
  standing(who: Who): Standing;
  mark(message: number): Mark | null;
  mayLeave(message: number): Verdict | null;
  /** Milliseconds since the epoch. */
  now(): number;
  /** What was recorded so far, for reading only. */
  facts(): Readonly<Facts>;
}

/** The law in memory: a second opinion, written from the design and not from the SQL. */
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
      const wish = wishOf(facts, question);
      return verdict(facts, talkNow(question.who), wish, wish);
    },
    standing: (who) => {
      const talk = talkNow(who);
      return {
        turn: openPromise(facts, talk) === undefined ? turnOf(facts, talk) : 'ours',
        unheard: talk.unheard.length,
        unanswered: unanswered(talk).length,
        owed: talk.owed.length,
        holder: holder(facts, talk),
      };
    },
    mark: (id) => {
      const message = messageOf(facts, id);
      return message === null ? null : markOf(facts, message);
    },
    mayLeave: (id) => mayLeave(facts, id),
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
      return heard(facts, messageOf(facts, step.message), step.by, step, at);
    case 'send':
      return composed(facts, step, at);
    case 'settle':
      return settled(facts, step);
    case 'retract':
      return retracted(facts, step.message);
    case 'correct':
      return corrected(facts, step, at);
    case 'done':
      return keep.markedDone(facts, step);
    case 'rest':
      return rested(facts, step);
    case 'lift_rest':
      return restLifted(facts, step);
    case 'suppress':
    case 'suppress_domain':
      return doorClosed(facts, step);
    case 'unsuppress':
    case 'unsuppress_domain':
      return doorFreed(facts, step);
    case 'retire':
      return retiredFrom(facts, step);
    case 'opt_out':
      return optedOut(facts, step);
    case 'lift_opt_out':
      return stopLifted(facts, step);
    case 'withdraw':
      return withdrawn(facts, step);
    case 'succeed':
      return succeeded(facts, step);
    default:
      return keepHouse(facts, step, at);
  }
}

type Talked = 'pass' | 'log_in' | 'log_out' | 'hear' | 'send' | 'settle' | 'retract' | 'correct' | 'done';
type Closed =
  | ('rest' | 'lift_rest' | 'suppress' | 'suppress_domain' | 'unsuppress' | 'unsuppress_domain')
  | ('retire' | 'opt_out' | 'lift_opt_out' | 'withdraw' | 'succeed');

function keepHouse(facts: Facts, step: Exclude<Step, { do: Talked | Closed }>, at: number): boolean {
  switch (step.do) {
    case 'read_mailbox':
      return keep.mailboxRead(facts, step.by);
    case 'open_mailbox':
      return keep.mailboxOpened(facts, step.by);
    case 'look':
      if (!isOpen(facts, step.by)) return false;
      facts.looks.push({ by: step.by, channel: step.channel, at: facts.now });
      return true;
    case 'listen_everywhere':
      return listenedEverywhere(facts);
    case 'crowd_writes':
      return keep.crowdWrites(facts, step, at);
    case 'crowd_is_heard':
      return keep.crowdIsHeard(facts, step.by);
    case 'hand_over':
      return keep.handedOver(facts, step);
    case 'close_account':
      return keep.accountClosed(facts, step);
    case 'appoint':
      return keep.appointed(facts, step);
    case 'grant':
      return keep.granted(facts, step, at);
    case 'set_policy': {
      const { followUpsNeverAnswered: never, followUpsInConversation: talking, invitationNeeded } = step;
      if (never !== undefined) facts.policy.followUpsNeverAnswered = never;
      if (talking !== undefined) facts.policy.followUpsInConversation = talking;
      if (invitationNeeded !== undefined) facts.policy.invitationNeeded = invitationNeeded;
      return true;
    }
    case 'met':
      return changed(facts, step.who, { met: { how: step.how, named: step.named } });
    case 'move':
      if (facts.contacts.get(step.who)?.organization === step.to) return false;
      return changed(facts, step.who, { organization: step.to });
    case 'own_domain':
      if (facts.ownDomains.has(step.domain)) return false;
      facts.ownDomains.set(step.domain, step.organization);
      return true;
    case 'appear':
      if (facts.contacts.has(step.who)) return false;
      facts.contacts.set(step.who, newContact(facts.now, step.domain, step.organization));
      return true;
    case 'merge':
      return keep.merged(facts, step);
  }
}

function changed(
  facts: Facts,
  who: Who,
  what: Partial<{
    met: { how: Extract<Step, { do: 'met' }>['how']; named: boolean };
    organization: 0 | 1 | null;
  }>,
): boolean {
  const contact = facts.contacts.get(who);
  if (contact === undefined || !isHere(facts, who)) return false;
  Object.assign(contact, what);
  return true;
}
