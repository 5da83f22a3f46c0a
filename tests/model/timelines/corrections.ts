import {
  ANA,
  BEN,
  accepted,
  asking,
  days,
  free,
  hear,
  pass,
  refused,
  says,
  send,
  wrote,
  wroteElsewhere,
  type Timeline,
} from '../script';

const correct = (message: number, hoursAgo: number) =>
  ({ do: 'correct', message, hoursAgo, dayOnly: false }) as const;

/** What was recorded wrongly is said anew (rule 9). */
export const corrections: Timeline[] = [
  {
    name: 'a corrected reply is heard anew',
    steps: [says(ANA), hear(0, 'question'), correct(0, 5)],
    ask: asking(ANA),
    expect: refused('opening', 'unheard_reply'),
    standing: { unheard: 1, owed: 0 },
  },
  {
    name: 'a no stays in the row that was corrected',
    steps: [says(ANA), hear(0, 'declined'), correct(0, 5), hear(2, 'other')],
    ask: asking(ANA, { answers: 2 }),
    expect: refused('response', 'declined'),
  },
  {
    name: 'a no that was corrected is thanked for once',
    steps: [
      says(ANA),
      hear(0, 'declined'),
      send(ANA, { answers: 0 }),
      accepted(2),
      correct(0, 5),
      hear(4, 'declined'),
    ],
    ask: asking(ANA, { answers: 4 }),
    expect: refused('response', 'declined'),
  },
  {
    name: 'a question that was corrected stays answered',
    steps: [
      says(ANA),
      hear(0, 'question'),
      send(ANA, { answers: 0 }),
      accepted(2),
      correct(0, 5),
      hear(4, 'question'),
    ],
    ask: asking(ANA, { answers: 4 }),
    expect: refused('follow_up', 'awaiting_reply'),
    standing: { owed: 0 },
  },
  {
    name: 'a corrected row is not named by a new message',
    steps: [says(ANA), hear(0, 'question'), correct(0, 5), send(ANA, { answers: 0 })],
    ends: 'impossible',
    ask: asking(ANA, { answers: 2 }),
    expect: refused('opening', 'unheard_reply'),
  },
  {
    name: 'a message of ours corrected to before their answer leaves the turn ours',
    steps: [says(ANA), hear(0, 'other'), wrote(ANA), correct(2, 5)],
    ask: asking(ANA, { answers: 0 }),
    expect: free('response'),
    standing: { turn: 'ours' },
  },
  {
    name: 'an answer from their own mail program stays one when the words it answers are corrected to a later hour',
    steps: [wrote(ANA), days(1), says(ANA), pass(1), wroteElsewhere(ANA, { answers: 2 }), correct(2, 0)],
    ask: asking(BEN),
    expect: free('opening'),
    marks: { 4: 'answered_elsewhere' },
  },
  {
    name: 'a composed message cannot be corrected',
    steps: [send(ANA), accepted(0), correct(0, 5)],
    ends: 'impossible',
    ask: asking(BEN),
    expect: free('opening'),
  },
];
