import type { ExplainedReason } from '@/lib/gate/explained';
import type { Purpose } from '@/lib/gate/verdict';
import { reasonOf } from './told';

const september = new Date('2027-09-13T22:00:00Z');
const november = new Date('2027-11-01T11:30:00Z');
const lastMonth = new Date('2027-05-20T10:00:00Z');
const quote = 'we’re all set, thanks.';
const pitch = 'Second visit';
const reply = '0197a5e4-0000-7000-8000-0000000000aa';
const luis = { speaker: 'Luis Vega', organization: 'Marea' };
const marea = { address: 'ana@marea.example', kind: 'address' } as const;

interface Refused {
  readonly reasons: readonly ExplainedReason[];
  readonly purpose?: Purpose;
}

const one = (reason: ExplainedReason, purpose?: Purpose): Refused => ({
  reasons: [reason],
  ...(purpose ? { purpose } : {}),
});

/** Every way in which the law says no to a message to Ana, each with words of hers where there can be some. */
export const refusals = {
  'left out': one(reasonOf('opted_out', { cause: 'heard', quote })),
  'left out by hand': one(reasonOf('opted_out', { cause: 'by_hand', quote })),
  complained: one(reasonOf('opted_out', { cause: 'complaint' })),
  unsubscribed: one(reasonOf('opted_out', { cause: 'unsubscribe' })),
  'left out by import': one(reasonOf('opted_out', { cause: 'imported' })),
  'address closed by hand': one(reasonOf('suppressed', { ...marea, cause: 'by_hand' })),
  'domain closed by hand': one(reasonOf('suppressed', { ...marea, cause: 'by_hand', kind: 'domain' })),
  'address on a list': one(reasonOf('suppressed', { ...marea, cause: 'list' })),
  bounced: one(reasonOf('suppressed', { ...marea, cause: 'hard_bounce' })),
  'complained from there': one(reasonOf('suppressed', { ...marea, cause: 'complaint' })),
  erased: one(reasonOf('suppressed', { ...marea, cause: 'erased' })),
  retired: one(reasonOf('not_their_address', { ...marea, state: 'retired' })),
  shared: one(reasonOf('not_their_address', { ...marea, state: 'shared' })),
  elsewhere: one(reasonOf('not_their_address', { state: 'elsewhere' })),
  'a no': one(reasonOf('declined', { scope: 'person', quote })),
  'a no for everybody': one(reasonOf('declined', { scope: 'organization', organization: 'Marea', quote })),
  'a colleague’s no': one(reasonOf('declined', { scope: 'organization', ...luis, quote })),
  'no pitches': one(reasonOf('declined', { scope: 'all_pitches', quote })),
  'no pitches, their turn': one(reasonOf('declined', { scope: 'all_pitches', quote }), 'follow_up'),
  'no to a pitch': one(reasonOf('declined', { scope: 'this_pitch', pitch, until: september, quote })),
  'that pitch again': one(reasonOf('declined', { scope: 'this_pitch', pitch, quote })),
  'no to an unnamed pitch, their turn': one(
    reasonOf('declined', { scope: 'this_pitch', quote }),
    'follow_up',
  ),
  'a pitch in the answer': one(reasonOf('declined', { scope: 'this_pitch', pitch, quote }), 'response'),
  'wrong person': one(reasonOf('wrong_person', { pitch, until: september, quote })),
  'a day they named': one(
    reasonOf('resting', { said_by: 'them', named: true, until: september, quote: 'Not now. September?' }),
  ),
  'no day named': one(reasonOf('resting', { said_by: 'them', named: false, until: november, quote })),
  'half a year later': one(
    reasonOf('resting', { said_by: 'them', named: false, needs_new_fact: true, quote }),
  ),
  'a colleague’s not-now': one(reasonOf('resting', { said_by: 'them', until: september, ...luis, quote })),
  'our rest': one(reasonOf('resting', { said_by: 'us', until: november })),
  unheard: one(reasonOf('unheard_reply', { count: 1, quote: 'And what would it cost?' })),
  'three unheard': one(reasonOf('unheard_reply', { count: 3, quote })),
  'unheard, from somebody else’s address': one(
    reasonOf('unheard_reply', { count: 1, quote: 'I take care of that.', writtenBy: 'Björn Dahl' }),
  ),
  'unheard, and answered from elsewhere': {
    reasons: [
      reasonOf('unheard_reply', { count: 1, quote: 'And what would it cost?', message_id: reply }),
      reasonOf('awaiting_reply', { unanswered: 1, answersId: reply, saidAt: lastMonth }),
    ],
  },
  'unheard, and what was said before it answered': {
    reasons: [
      reasonOf('unheard_reply', { count: 1, quote: 'And what would it cost?', message_id: reply }),
      reasonOf('awaiting_reply', { unanswered: 1, answersId: 'another', saidAt: lastMonth }),
    ],
  },
  'a no by somebody else’s address': one(
    reasonOf('declined', { scope: 'person', quote, writtenBy: 'Björn Dahl' }),
  ),
  'left out by hand, from somebody else’s address': one(
    reasonOf('opted_out', { cause: 'by_hand', quote, writtenBy: 'Björn Dahl' }),
  ),
  owed: one(reasonOf('response_owed', { count: 1, quote: 'And what would it cost?' })),
  'two owed': one(reasonOf('response_owed', { count: 2, quote })),
  silence: one(reasonOf('awaiting_reply', { unanswered: 1 })),
  'long silence': one(reasonOf('awaiting_reply', { unanswered: 3 })),
  'one more, later': one(reasonOf('awaiting_reply', { unanswered: 1, until: september })),
  'one more, later, with news': one(
    reasonOf('awaiting_reply', { unanswered: 1, until: september, needs_new_fact: true }),
  ),
  'one more, with news': one(
    reasonOf('awaiting_reply', { unanswered: 1, until: lastMonth, needs_new_fact: true }),
  ),
  ended: one(reasonOf('recently_ended', { until: september })),
  'an uninvited pitch': one(reasonOf('invitation_needed')),
  'a colleague’s conversation': one(
    reasonOf('colleague_in_conversation', { colleague: 'Marc', until: september }),
  ),
  'six unheard elsewhere': one(reasonOf('listening_debt', { people: 6, asked: 0 })),
  'a question too old': one(reasonOf('listening_debt', { people: 1, asked: 1 })),
  'six unheard and two questions': one(reasonOf('listening_debt', { people: 6, asked: 2 })),
  'nobody looked': one(
    reasonOf('deaf', {
      routes: [
        { channel: 'linkedin', to_do: 'look' },
        { channel: 'email', to_do: 'look' },
      ],
    }),
  ),
  'the mailbox is unread': one(reasonOf('deaf', { routes: [{ channel: 'email', to_do: 'mailbox' }] })),
  'neither looked nor read': one(
    reasonOf('deaf', {
      routes: [
        { channel: 'email', to_do: 'mailbox' },
        { channel: 'x', to_do: 'look' },
      ],
    }),
  ),
  'many reasons': {
    reasons: [
      reasonOf('declined', { scope: 'person', quote }),
      reasonOf('declined', { scope: 'person' }),
      reasonOf('declined', { scope: 'organization', ...luis }),
      reasonOf('resting', { said_by: 'us', until: september }),
      reasonOf('unheard_reply', { count: 1 }),
    ],
  },
} satisfies Record<string, Refused>;

export type RefusalName = keyof typeof refusals;
