import { CLEO, asking, free, hear, refused, says, wrote } from '../script';
import type { Cell } from '../table';

const stop = { do: 'opt_out', who: CLEO, by: 'owner' } as const;
const suppress = { do: 'suppress', who: CLEO, channel: 'email' } as const;
const retire = { do: 'retire', who: CLEO, channel: 'email' } as const;
const answer = asking(CLEO, { answers: 0 });

/** What closes an address, or the person for good. */
export const closingCells: Cell[] = [
  {
    row: 'opted_out',
    name: 'an opt-out refuses an opening',
    steps: [stop],
    ask: asking(CLEO),
    expect: refused('opening', 'opted_out'),
  },
  {
    row: 'opted_out',
    name: 'an opt-out refuses a follow-up',
    steps: [wrote(CLEO), stop],
    ask: asking(CLEO),
    expect: refused('follow_up', 'opted_out', 'awaiting_reply'),
  },
  {
    row: 'opted_out',
    name: 'an opt-out refuses a response to what they asked before',
    steps: [says(CLEO), hear(0, 'question'), stop],
    ask: answer,
    expect: refused('response', 'opted_out'),
  },
  {
    row: 'opted_out',
    name: 'an opt-out allows a response to what they asked afterwards',
    steps: [stop, says(CLEO), hear(1, 'question')],
    ask: asking(CLEO, { answers: 1 }),
    expect: free('response'),
  },
  {
    row: 'opted_out',
    name: 'an opt-out refuses thanks',
    steps: [says(CLEO), hear(0, 'declined'), stop],
    ask: answer,
    expect: refused('thanks', 'opted_out'),
  },
  {
    row: 'suppressed',
    name: 'a suppressed address refuses an opening',
    steps: [suppress],
    ask: asking(CLEO),
    expect: refused('opening', 'suppressed'),
  },
  {
    row: 'suppressed',
    name: 'a suppressed address refuses a follow-up',
    steps: [wrote(CLEO), suppress],
    ask: asking(CLEO),
    expect: refused('follow_up', 'suppressed', 'awaiting_reply'),
  },
  {
    row: 'suppressed',
    name: 'a suppressed address refuses a response',
    steps: [says(CLEO), hear(0, 'question'), suppress],
    ask: answer,
    expect: refused('response', 'suppressed'),
  },
  {
    row: 'suppressed',
    name: 'a suppressed address refuses thanks',
    steps: [says(CLEO), hear(0, 'declined'), suppress],
    ask: answer,
    expect: refused('thanks', 'suppressed'),
  },
  {
    row: 'not_their_address',
    name: 'an address that is not theirs refuses an opening',
    steps: [retire],
    ask: asking(CLEO),
    expect: refused('opening', 'not_their_address'),
  },
  {
    row: 'not_their_address',
    name: 'an address that is not theirs refuses a follow-up',
    steps: [wrote(CLEO), retire],
    ask: asking(CLEO),
    expect: refused('follow_up', 'not_their_address', 'awaiting_reply'),
  },
  {
    row: 'not_their_address',
    name: 'an address that is not theirs refuses a response',
    steps: [says(CLEO), hear(0, 'question'), retire],
    ask: answer,
    expect: refused('response', 'not_their_address'),
  },
  {
    row: 'not_their_address',
    name: 'an address that is not theirs refuses thanks',
    steps: [says(CLEO), hear(0, 'declined'), retire],
    ask: answer,
    expect: refused('thanks', 'not_their_address'),
  },
  {
    row: 'resting',
    name: 'a not-now refuses an opening',
    steps: [says(CLEO), hear(0, 'later')],
    ask: asking(CLEO),
    expect: refused('opening', 'resting'),
  },
  {
    row: 'resting',
    name: 'a not-now refuses a follow-up',
    steps: [says(CLEO), hear(0, 'later'), wrote(CLEO)],
    ask: asking(CLEO),
    expect: refused('follow_up', 'resting', 'awaiting_reply'),
  },
  {
    row: 'resting',
    name: 'a not-now refuses a response to a remark',
    steps: [says(CLEO), hear(0, 'later'), says(CLEO), hear(2, 'other')],
    ask: asking(CLEO, { answers: 2 }),
    expect: refused('response', 'resting'),
  },
  {
    row: 'resting',
    name: 'a not-now allows a response to a question',
    steps: [says(CLEO), hear(0, 'later'), says(CLEO), hear(2, 'question')],
    ask: asking(CLEO, { answers: 2 }),
    expect: free('response'),
  },
  {
    row: 'resting',
    name: 'a not-now allows thanks',
    steps: [says(CLEO), hear(0, 'later')],
    ask: answer,
    expect: free('thanks'),
  },
];
