import {
  ANA,
  CLEO,
  accepted,
  answered,
  asking,
  days,
  free,
  hear,
  refused,
  says,
  send,
  withdrawn,
  wrote,
  type Timeline,
} from '../script';

const lastWord = [
  ...answered(ANA, 'question'),
  send(ANA, { answers: 2, nothingToAnswer: true }),
  accepted(4),
];

/** Our last word, marked as needing no answer (rule 4). */
export const lastWords: Timeline[] = [
  {
    name: 'a last word that needs no answer makes it nobody’s turn',
    steps: lastWord,
    ask: asking(ANA),
    expect: refused('opening', 'recently_ended'),
    standing: { turn: 'nobody', holder: null },
  },
  {
    name: 'a last word opens again after exactly 30 days',
    steps: [...lastWord, days(30)],
    ask: asking(ANA),
    expect: free('opening'),
  },
  {
    name: 'a last word is undone by their writing',
    steps: [...lastWord, days(1), says(ANA), hear(7, 'question')],
    ask: asking(ANA, { answers: 7 }),
    expect: free('response'),
    standing: { holder: 'owner' },
  },
  {
    name: 'a last word to somebody who never spoke ends nothing',
    steps: [send(CLEO, { nothingToAnswer: true }), accepted(0), days(40)],
    ask: asking(CLEO),
    expect: refused('follow_up', 'awaiting_reply'),
  },
  {
    name: 'a last word that was withdrawn ends nothing',
    steps: [...lastWord.slice(0, 5), withdrawn(4)],
    ask: asking(ANA, { answers: 2 }),
    expect: free('response'),
  },
  {
    name: 'a last word carries no pitch',
    steps: [...answered(ANA, 'question'), send(ANA, { answers: 2, pitch: 0, nothingToAnswer: true })],
    ends: 'impossible',
    ask: asking(ANA, { answers: 2 }),
    expect: free('response'),
  },
  {
    name: 'a last word leaves another question owed and the conversation open',
    steps: [
      says(ANA),
      hear(0, 'other'),
      says(ANA),
      hear(2, 'question'),
      wrote(ANA, { answers: 0, nothingToAnswer: true }),
    ],
    ask: asking(ANA, { answers: 2 }),
    expect: free('response'),
    standing: { turn: 'theirs', owed: 1 },
  },
  {
    name: 'a last word written from elsewhere ends it as well',
    steps: [says(ANA), hear(0, 'question'), wrote(ANA, { answers: 0, nothingToAnswer: true })],
    ask: asking(ANA, { by: 'member' }),
    expect: refused('opening', 'recently_ended'),
  },
  {
    name: 'a conversation marked done is our silence again when what they said is retracted',
    steps: [
      wrote(ANA),
      says(ANA),
      hear(1, 'other'),
      { do: 'done', who: ANA, by: 'owner' },
      days(31),
      { do: 'retract', message: 1 },
    ],
    ask: asking(ANA),
    expect: refused('follow_up', 'awaiting_reply'),
    standing: { turn: 'theirs' },
  },
];
