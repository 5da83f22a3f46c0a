import type { Messages } from '@/lib/language/messages/en';
import type { ExplainedReason } from './explained';
import type { Purpose, ReasonCode } from './verdict';

type Words = Messages['gate'];

/** Why: said by them, with or without a quote, or found by us. */
export type Why = { readonly said: keyof Words['said'] } | { readonly found: keyof Words['found'] };

/** Which sentences of the `gate` messages tell a reason: what cannot be done, why, what opens it, who else may lift it. */
export interface Choice {
  readonly head: keyof Words['head'];
  readonly why: Why;
  readonly opens: keyof Words['opens'];
  readonly lift: keyof Words['lift'] | null;
}

type Unlifted = Omit<Choice, 'lift'>;
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
  unheard_reply: () => ({ head: 'yet', why: { said: 'unheard' }, opens: 'heard', lift: null }),
  response_owed: () => ({ head: 'nothing_new', why: { said: 'owed' }, opens: 'answered', lift: null }),
  awaiting_reply: ({ reason: { until, needs_new_fact: news } }, _purpose, at) => ({
    head: 'now',
    why: { found: 'silence' },
    opens: until ? oneMore(until > at, news === true) : 'their_answer',
    lift: until ? null : 'nobody',
  }),
  recently_ended: () => {
    return { head: 'before', why: { found: 'ended' }, opens: 'sooner_if_they_write', lift: null };
  },
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

function declined(told: ExplainedReason, purpose: Purpose): Unlifted {
  const { scope } = told.reason;
  if (scope === 'this_pitch') return aboutPitch(told, purpose, 'no_to_pitch');
  if (scope === 'all_pitches' && purpose === 'follow_up')
    return { head: 'now', why: { said: 'no_pitches' }, opens: 'once_they_speak' };
  if (scope === 'all_pitches')
    return { head: 'no_pitch', why: { said: 'no_pitches' }, opens: 'without_pitch' };
  if (told.speaker)
    return { head: 'anybody', why: { said: 'no_by_colleague' }, opens: 'interest_of_speaker' };
  return { head: 'now', why: { said: scope === 'organization' ? 'no_for_all' : 'no' }, opens: 'interest' };
}

function aboutPitch({ reason }: ExplainedReason, purpose: Purpose, said: keyof Words['said']): Unlifted {
  const why = { said };
  if (purpose === 'response') return { head: 'no_pitch', why, opens: 'answer_without_pitch' };
  if (reason.until) return { head: 'before', why, opens: 'something_else' };
  return { head: purpose === 'follow_up' ? 'now' : 'this_pitch', why, opens: 'interest' };
}

const ourRest = {
  head: 'before',
  why: { found: 'our_rest' },
  opens: 'that_day_or_we',
  lift: 'anybody',
} as const;

function notNow({ reason: { needs_new_fact: news, named }, speaker }: ExplainedReason): Unlifted {
  if (speaker)
    return { head: 'anybody_before', why: { said: 'not_now_for_all' }, opens: 'that_day_or_speaker' };
  if (news) return { head: 'without_news', why: { said: 'not_now_over' }, opens: 'say_what_is_new' };
  if (named === false)
    return { head: 'before', why: { said: 'not_now_unnamed' }, opens: 'one_message_with_news' };
  return { head: 'before', why: { said: 'not_now' }, opens: 'one_message' };
}

function oneMore(later: boolean, news: boolean): keyof Words['opens'] {
  if (!later) return 'one_more_with_news';
  return news ? 'one_more_then_with_news' : 'one_more_then';
}
