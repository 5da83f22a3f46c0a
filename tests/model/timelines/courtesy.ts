import {
  ANA,
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
  withdrawn,
  wrote,
  type Timeline,
} from '../script';

const saidNo = answered(ANA, 'declined');
const thanked = [...saidNo, send(ANA, { answers: 2 }), accepted(4)];

/** The one thanks after a no, a not-now or a wrong person (case 7). */
export const courtesy: Timeline[] = [
  {
    name: 'a no may be thanked for',
    steps: saidNo,
    ask: asking(ANA, { answers: 2 }),
    expect: free('thanks'),
  },
  {
    name: 'a not-now may be thanked for while they rest',
    steps: answered(ANA, 'later'),
    ask: asking(ANA, { answers: 2 }),
    expect: free('thanks'),
  },
  {
    name: 'a wrong person may be thanked',
    steps: answered(ANA, 'wrong_person'),
    ask: asking(ANA, { answers: 2, channel: 'linkedin' }),
    expect: free('thanks'),
  },
  {
    name: 'a no is thanked for once, and nothing comes after it',
    steps: thanked,
    ask: asking(ANA, { answers: 2 }),
    expect: refused('response', 'declined'),
  },
  {
    name: 'thanks take no turn',
    steps: thanked,
    ask: asking(ANA),
    expect: refused('opening', 'declined'),
    standing: { turn: 'ours', unanswered: 0 },
  },
  {
    name: 'thanks that were withdrawn may be said again',
    steps: [...saidNo, send(ANA, { answers: 2 }), withdrawn(4)],
    ask: asking(ANA, { answers: 2 }),
    expect: free('thanks'),
  },
  {
    name: 'each no has its own thanks',
    steps: [...thanked, days(1), says(ANA), hear(7, 'declined')],
    ask: asking(ANA, { answers: 7 }),
    expect: free('thanks'),
  },
  {
    name: 'thanks wait until everything they said is heard',
    steps: [...saidNo, days(1), says(ANA)],
    ask: asking(ANA, { answers: 2 }),
    expect: refused('thanks', 'unheard_reply'),
  },
  {
    name: 'thanks may be said although an answer is owed',
    steps: [...saidNo, days(1), says(ANA), hear(5, 'question')],
    ask: asking(ANA, { answers: 2 }),
    expect: free('thanks'),
  },
  {
    name: 'thanks written elsewhere count as the thanks',
    steps: [...saidNo, wrote(ANA, { answers: 2 })],
    ask: asking(ANA, { answers: 2 }),
    expect: refused('response', 'declined'),
    standing: { turn: 'ours' },
  },
  {
    name: 'a second courtesy written elsewhere takes the turn',
    steps: [...saidNo, wrote(ANA, { answers: 2 }), pass(1), wrote(ANA, { answers: 2 })],
    ask: asking(ANA),
    expect: refused('follow_up', 'declined', 'awaiting_reply'),
    standing: { turn: 'theirs', unanswered: 1 },
  },
  {
    name: 'a message that names a no but carries a pitch is no thanks',
    steps: [...saidNo, wrote(ANA, { answers: 2, pitch: 0 })],
    ask: asking(ANA, { answers: 2 }),
    expect: refused('follow_up', 'declined', 'awaiting_reply'),
    standing: { turn: 'theirs' },
  },
  {
    name: 'thanks become a message like any other when the no is heard again as a remark',
    steps: [...thanked, pass(1), hear(2, 'other')],
    ask: asking(ANA),
    expect: refused('follow_up', 'awaiting_reply'),
    standing: { turn: 'theirs' },
  },
  {
    name: 'thanks do not answer a question that is owed',
    steps: [...saidNo, days(1), says(ANA), hear(5, 'question'), send(ANA, { answers: 2 }), accepted(7)],
    ask: asking(ANA, { answers: 5 }),
    expect: free('response'),
    standing: { owed: 1 },
  },
];
