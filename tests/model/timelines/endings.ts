import {
  ANA,
  CLEO,
  accepted,
  answered,
  asking,
  days,
  done,
  free,
  hear,
  pass,
  refused,
  says,
  send,
  type Timeline,
} from '../script';

const remark = answered(ANA, 'other');

/** How a conversation ends, and when it may begin anew (cases 8, 15, 18). */
export const endings: Timeline[] = [
  {
    name: 'a conversation marked done refuses an opening for 30 days',
    steps: [...remark, done(ANA), pass(24 * 30 - 1)],
    ask: asking(ANA),
    expect: refused('opening', 'recently_ended'),
    standing: { turn: 'nobody' },
  },
  {
    name: 'a conversation marked done opens after exactly 30 days',
    steps: [...remark, done(ANA), days(30)],
    ask: asking(ANA),
    expect: free('opening'),
  },
  {
    name: 'a conversation marked done is open again as soon as they write and are heard',
    steps: [...remark, done(ANA), days(1), says(ANA), hear(6, 'other')],
    ask: asking(ANA, { answers: 6 }),
    expect: free('response'),
  },
  {
    name: 'a no heard in a conversation marked done may still be thanked for',
    steps: [...answered(ANA, 'declined'), done(ANA)],
    ask: asking(ANA, { answers: 2 }),
    expect: free('thanks'),
  },
  {
    name: 'thanks do not reopen a conversation marked done',
    steps: [...answered(ANA, 'wrong_person'), done(ANA), send(ANA, { answers: 2 }), accepted(5)],
    ask: asking(ANA),
    expect: refused('opening', 'wrong_person', 'recently_ended'),
    standing: { turn: 'nobody' },
  },
  {
    name: 'a conversation is not marked done on their turn',
    steps: [send(CLEO), accepted(0), done(CLEO)],
    ends: 'impossible',
    ask: asking(CLEO),
    expect: refused('follow_up', 'awaiting_reply'),
  },
  {
    name: 'a conversation that never was is not marked done',
    steps: [done(CLEO)],
    ends: 'impossible',
    ask: asking(CLEO),
    expect: free('opening'),
  },
  {
    name: 'before 30 quiet days a remark is answered by a response',
    steps: [...remark, pass(24 * 30 - 1)],
    ask: asking(ANA, { answers: 2 }),
    expect: free('response'),
    standing: { turn: 'ours' },
  },
  {
    name: 'after 30 quiet days a conversation has ended and an opening is free',
    steps: [...remark, days(30)],
    ask: asking(ANA, { answers: 2 }),
    expect: free('opening'),
    standing: { turn: 'nobody' },
  },
  {
    name: 'the 30 quiet days begin anew with our thanks',
    steps: [
      ...answered(ANA, 'wrong_person', { pitch: 0 }),
      days(20),
      send(ANA, { answers: 2 }),
      accepted(5),
      days(29),
    ],
    ask: asking(ANA),
    expect: refused('opening', 'wrong_person'),
    standing: { turn: 'ours' },
  },
  {
    name: 'a conversation does not fade while a question is owed',
    steps: [...answered(ANA, 'question'), days(60)],
    ask: asking(ANA),
    expect: refused('opening', 'response_owed', 'listening_debt'),
    standing: { turn: 'ours', owed: 1 },
  },
];
