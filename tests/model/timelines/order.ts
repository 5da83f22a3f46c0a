import {
  ANA,
  CLEO,
  accepted,
  answered,
  asking,
  days,
  free,
  hear,
  pass,
  refused,
  says,
  send,
  wrote,
  type Timeline,
} from '../script';

const someTimeToday = { dayOnly: true, hoursAgo: 0 };

/** What was spoken first, where clocks and days leave it open (case 20). */
export const order: Timeline[] = [
  {
    name: 'what was spoken last takes the turn, not what was recorded last',
    steps: [says(CLEO), hear(0, 'other'), wrote(CLEO, { hoursAgo: 5 })],
    ask: asking(CLEO),
    expect: free('opening'),
    standing: { turn: 'ours', unanswered: 0 },
  },
  {
    name: 'of two messages at one moment the one recorded last takes the turn',
    steps: [says(CLEO), hear(0, 'other'), wrote(CLEO)],
    ask: asking(CLEO),
    expect: refused('follow_up', 'awaiting_reply'),
    standing: { turn: 'theirs' },
  },
  {
    name: 'an answer stands after everything spoken at the moment of the message it names',
    steps: [...answered(ANA, 'other'), send(ANA, { answers: 2 }), accepted(4), says(ANA), hear(6, 'other')],
    ask: asking(ANA, { answers: 6 }),
    expect: refused('follow_up', 'awaiting_reply'),
    standing: { turn: 'theirs', unheard: 0 },
  },
  {
    name: 'of two messages of one day whose hours nobody knows, ours is the last',
    steps: [wrote(CLEO, someTimeToday), says(CLEO, someTimeToday), hear(1, 'other')],
    ask: asking(CLEO),
    expect: refused('follow_up', 'awaiting_reply'),
    standing: { turn: 'theirs' },
  },
  {
    name: 'a reply whose hour nobody knows stands after the message it replies to',
    steps: [
      wrote(CLEO, someTimeToday),
      says(CLEO, { ...someTimeToday, inReplyTo: 0 }),
      hear(1, 'other'),
      days(1),
    ],
    ask: asking(CLEO, { answers: 1 }),
    expect: free('response'),
    standing: { turn: 'ours' },
  },
  {
    name: 'a reply dated before the message it replies to stands after it',
    steps: [send(CLEO), accepted(0), pass(1), says(CLEO, { hoursAgo: 20, inReplyTo: 0 }), hear(3, 'other')],
    ask: asking(CLEO, { answers: 3 }),
    expect: free('response'),
    standing: { turn: 'ours' },
  },
  {
    name: 'an answer dated before the question it names answers it',
    steps: [...answered(ANA, 'question'), pass(1), wrote(ANA, { hoursAgo: 9, answers: 2 })],
    ask: asking(ANA, { answers: 2 }),
    expect: refused('follow_up', 'awaiting_reply'),
    standing: { turn: 'theirs', owed: 0 },
  },
  {
    name: 'interest and a no of one day whose hours nobody knows leave the no standing',
    steps: [says(ANA, someTimeToday), hear(0, 'declined'), says(ANA, someTimeToday), hear(2, 'interested')],
    ask: asking(ANA),
    expect: refused('opening', 'declined', 'response_owed'),
  },
  {
    name: 'interest of the next day lifts a no whose hour nobody knows',
    steps: [
      says(ANA, someTimeToday),
      hear(0, 'declined'),
      days(1),
      says(ANA, someTimeToday),
      hear(3, 'interested'),
    ],
    ask: asking(ANA, { answers: 3 }),
    expect: free('response'),
  },
  {
    name: 'interest at a known hour lifts a no of that day whose hour nobody knows',
    steps: [says(ANA, someTimeToday), hear(0, 'declined'), says(ANA), hear(2, 'interested')],
    ask: asking(ANA, { answers: 2 }),
    expect: free('response'),
  },
  {
    name: 'a no acts from when it is recorded, whatever its date',
    steps: [says(ANA, { hoursAgo: 2000 }), hear(0, 'declined', { scope: 'this_pitch', pitch: 0 }), days(89)],
    ask: asking(ANA, { pitch: 1 }),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a message of ours logged for today stands at the end of the day',
    steps: [wrote(CLEO, someTimeToday), pass(2), says(CLEO), hear(2, 'other')],
    ask: asking(CLEO),
    expect: refused('follow_up', 'awaiting_reply'),
    standing: { turn: 'theirs' },
  },
];
