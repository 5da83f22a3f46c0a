import type { Choice, Why, Words } from './choice';
import type { ExplainedReason } from './explained';
import { deafness, whatWaits } from './listening';
import type { Purpose, ReasonCode } from './verdict';
import { aboutPitch, declined, notNow, ourRest } from './wording-noes';

type Choose = (told: ExplainedReason, purpose: Purpose, at: Date) => Choice;

// A reason without words does not compile.
const wording = {
  opted_out: ({ reason: { cause } }) => ({
    head: 'ever',
    why: whyStopped(cause),
    opens: 'asked_to_write',
    lift: 'their_words',
  }),
  suppressed: ({ reason: { cause } }) => ({
    head: 'address',
    why: { found: whySuppressed(cause) },
    opens: cause === 'erased' ? 'if_they_write' : 'another_address',
    lift: 'owner_with_reason',
  }),
  not_their_address: ({ reason: { state } }) => ({
    head: 'address',
    why: { found: state === 'retired' || state === 'shared' ? state : 'elsewhere' },
    opens: 'another_address_listed',
    lift: null,
  }),
  declined: (told, purpose) => ({ ...declined(told, purpose), lift: 'owner_withdraws' }),
  wrong_person: (told, purpose) => ({
    ...aboutPitch(told, purpose, 'for_somebody_else'),
    lift: 'owner_withdraws',
  }),
  resting: (told) =>
    told.reason.said_by === 'us' ? ourRest : { ...notNow(told), lift: 'owner_hears_again' },
  unheard_reply: ({ reason }) => ({
    head: reason.contact_id ? 'anybody_yet' : 'yet',
    why: { said: reason.contact_id ? 'unheard_for_all' : 'unheard' },
    opens: 'heard',
    lift: null,
  }),
  response_owed: () => ({ head: 'nothing_new', why: { said: 'owed' }, opens: 'answered', lift: null }),
  awaiting_reply: ({ reason: { until, needs_new_fact: news } }, _purpose, at) => ({
    head: 'now',
    why: { found: 'silence' },
    opens: until ? oneMore(until > at, news === true) : 'their_answer',
    lift: until ? null : 'silence',
  }),
  invitation_needed: () => ({
    head: 'no_pitch',
    why: { found: 'uninvited' },
    opens: 'invitation',
    lift: 'policy',
  }),
  recently_ended: () => ({
    head: 'before',
    why: { found: 'ended' },
    opens: 'sooner_if_they_write',
    lift: 'exception',
  }),
  colleague_in_conversation: () => ({
    head: 'now',
    why: { found: 'colleague' },
    opens: 'handed_over',
    lift: 'colleague',
  }),
  listening_debt: ({ reason }) => ({
    head: 'nothing_new',
    why: { found: whatWaits(reason) },
    opens: 'caught_up',
    lift: 'exception',
  }),
  deaf: ({ reason }) => ({ head: 'yet', ...deafness(reason), lift: 'exception' }),
} satisfies Record<ReasonCode, Choose>;

/** The sentences for one reason of a verdict with this purpose, given at this time. */
export function choose(told: ExplainedReason, purpose: Purpose, at: Date): Choice {
  return wording[told.reason.code](told, purpose, at);
}

function whyStopped(cause: string | undefined): Why {
  if (cause === 'complaint') return { found: 'complaint' };
  if (cause === 'unsubscribe') return { found: 'unsubscribed' };
  if (cause === 'imported') return { found: 'imported_stop' };
  return { said: cause === 'by_hand' ? 'noted_stop' : 'asked_to_stop' };
}

function whySuppressed(cause: string | undefined): keyof Words['found'] {
  if (cause === 'hard_bounce') return 'bounced';
  if (cause === 'complaint') return 'complained_there';
  if (cause === 'erased') return 'erased';
  return cause === 'list' ? 'suppressed_by_list' : 'suppressed_by_hand';
}

function oneMore(later: boolean, news: boolean): keyof Words['opens'] {
  if (!later) return 'one_more_with_news';
  return news ? 'one_more_then_with_news' : 'one_more_then';
}
