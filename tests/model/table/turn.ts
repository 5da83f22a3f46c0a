import { CLEO, asking, days, done, free, hear, refused, says, wrote, wroteElsewhere } from '../script';
import type { Cell } from '../table';

const one = { followUpsNeverAnswered: 1 } as const;
const followUp = asking(CLEO, { newFact: true });
const remarkThenQuestion = [says(CLEO), hear(0, 'other'), says(CLEO), hear(2, 'question')];

/** The rows of whose turn it is. */
export const turnCells: Cell[] = [
  {
    row: 'unheard_reply',
    name: 'an unheard reply refuses an opening',
    steps: [says(CLEO)],
    ask: asking(CLEO),
    expect: refused('opening', 'unheard_reply'),
  },
  {
    row: 'unheard_reply',
    name: 'an unheard reply refuses a follow-up',
    steps: [says(CLEO, { hoursAgo: 5 }), wrote(CLEO)],
    ask: asking(CLEO),
    expect: refused('follow_up', 'unheard_reply', 'awaiting_reply'),
  },
  {
    row: 'unheard_reply',
    name: 'an unheard reply refuses a response to an earlier one',
    steps: [says(CLEO), hear(0, 'other'), says(CLEO)],
    ask: asking(CLEO, { answers: 0 }),
    expect: refused('response', 'unheard_reply'),
  },
  {
    row: 'unheard_reply',
    name: 'an unheard reply that was answered elsewhere allows a response to another one',
    steps: [
      days(1),
      says(CLEO),
      hear(1, 'question'),
      says(CLEO, { hoursAgo: 10 }),
      wroteElsewhere(CLEO, { hoursAgo: 9, answers: 3 }),
    ],
    ask: asking(CLEO, { answers: 1 }),
    expect: free('response'),
    standing: { unheard: 1 },
    marks: { 4: 'answered_elsewhere' },
  },
  {
    row: 'unheard_reply',
    name: 'an unheard reply refuses thanks for an earlier one',
    steps: [says(CLEO), hear(0, 'declined'), says(CLEO)],
    ask: asking(CLEO, { answers: 0 }),
    expect: refused('thanks', 'unheard_reply'),
  },
  {
    row: 'response_owed',
    name: 'an answer owed refuses an opening',
    steps: [says(CLEO), hear(0, 'question')],
    ask: asking(CLEO),
    expect: refused('opening', 'response_owed'),
  },
  {
    row: 'response_owed',
    name: 'an answer owed refuses a follow-up',
    steps: [...remarkThenQuestion, wrote(CLEO, { answers: 0 })],
    ask: asking(CLEO),
    expect: refused('follow_up', 'response_owed', 'awaiting_reply'),
  },
  {
    row: 'response_owed',
    name: 'an answer owed refuses a response to something else',
    steps: remarkThenQuestion,
    ask: asking(CLEO, { answers: 0 }),
    expect: refused('response', 'response_owed'),
  },
  {
    row: 'response_owed',
    name: 'an answer owed allows the response that gives it',
    steps: remarkThenQuestion,
    ask: asking(CLEO, { answers: 2 }),
    expect: free('response'),
  },
  {
    row: 'response_owed',
    name: 'an answer owed allows thanks',
    steps: [says(CLEO), hear(0, 'later', { untilHours: 72 }), says(CLEO), hear(2, 'question')],
    ask: asking(CLEO, { answers: 0 }),
    expect: free('thanks'),
  },
  {
    row: 'awaiting_reply',
    name: 'their turn refuses a follow-up',
    steps: [wrote(CLEO), days(14)],
    ask: followUp,
    expect: refused('follow_up', 'awaiting_reply'),
  },
  {
    row: 'awaiting_reply',
    name: 'their turn allows a follow-up where policy does',
    policy: one,
    steps: [wrote(CLEO), days(14)],
    ask: followUp,
    expect: free('follow_up'),
  },
  {
    row: 'recently_ended',
    name: 'a conversation just ended refuses an opening',
    steps: [says(CLEO), hear(0, 'other'), done(CLEO)],
    ask: asking(CLEO),
    expect: refused('opening', 'recently_ended'),
  },
  {
    row: 'recently_ended',
    name: 'a conversation just ended allows thanks',
    steps: [says(CLEO), hear(0, 'declined'), done(CLEO)],
    ask: asking(CLEO, { answers: 0 }),
    expect: free('thanks'),
  },
];
