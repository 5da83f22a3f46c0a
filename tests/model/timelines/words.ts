import {
  ANA,
  BEN,
  answered,
  asking,
  days,
  free,
  hear,
  pass,
  refused,
  retract,
  says,
  type Timeline,
} from '../script';

const byHand = { do: 'opt_out', who: ANA, by: 'member' } as const;
const lift = (message: number) => ({ do: 'lift_opt_out', by: 'owner', message }) as const;
const withdraw = (message: number) => ({ do: 'withdraw', by: 'owner', message }) as const;
const noForAll = [says(BEN), hear(0, 'declined', { scope: 'organization' })];
const heir = [...noForAll, { do: 'succeed', by: 'owner', message: 0, who: ANA } as const];

/** Stops by hand and complaints, and what lifts or takes back (cases 1, 4, 5). */
export const words: Timeline[] = [
  {
    name: 'a complaint stops at once, without a hearing',
    steps: [says(ANA, { kind: 'complaint' })],
    ask: asking(ANA, { channel: 'linkedin' }),
    expect: refused('opening', 'opted_out'),
    standing: { unheard: 0, turn: 'nobody' },
  },
  {
    name: 'a complaint is lifted by words that ask us to write',
    steps: [says(ANA, { kind: 'complaint' }), days(1), says(ANA), hear(2, 'question'), lift(2)],
    ask: asking(ANA, { answers: 2, pitch: 0 }),
    expect: refused('opening', 'response_owed'),
  },
  {
    name: 'a complaint stays when its message is retracted, whoever withdraws',
    steps: [says(ANA, { kind: 'complaint' }), retract(0), withdraw(0)],
    ends: 'impossible',
    ask: asking(ANA),
    expect: refused('opening', 'opted_out'),
  },
  {
    name: 'an opt-out is lifted by words spoken after it',
    steps: [...answered(ANA, 'opted_out'), pass(1), says(ANA), hear(5, 'interested'), lift(5)],
    ask: asking(ANA, { answers: 5, pitch: 0 }),
    expect: free('response'),
  },
  {
    name: 'an opt-out is not lifted by words spoken before it',
    steps: [...answered(ANA, 'opted_out'), says(ANA, { hoursAgo: 5 }), hear(4, 'interested'), lift(4)],
    ends: 'impossible',
    ask: asking(ANA, { answers: 4 }),
    expect: refused('response', 'opted_out'),
  },
  {
    name: 'an opt-out is lifted by an owner only',
    steps: [
      ...answered(ANA, 'opted_out'),
      pass(1),
      says(ANA),
      hear(5, 'interested'),
      { do: 'lift_opt_out', by: 'member', message: 5 },
    ],
    ends: 'impossible',
    ask: asking(ANA),
    expect: refused('opening', 'opted_out', 'response_owed'),
  },
  {
    name: 'an opt-out by hand is lifted by words recorded after it',
    steps: [byHand, says(ANA), hear(1, 'other'), lift(1)],
    ask: asking(ANA, { answers: 1 }),
    expect: free('response'),
  },
  {
    name: 'an opt-out by hand is not lifted by words recorded before it',
    steps: [says(ANA), hear(0, 'other'), byHand, lift(0)],
    ends: 'impossible',
    ask: asking(ANA, { answers: 0 }),
    expect: refused('response', 'opted_out'),
  },
  {
    name: 'lifting one opt-out leaves a later one',
    steps: [byHand, says(ANA), hear(1, 'other'), byHand, lift(1)],
    ask: asking(ANA, { answers: 1 }),
    expect: refused('response', 'opted_out'),
  },
  {
    name: 'an opt-out lifted leaves a no',
    steps: [says(ANA), hear(0, 'declined'), byHand, pass(1), says(ANA), hear(4, 'other'), lift(4)],
    ask: asking(ANA, { answers: 4 }),
    expect: refused('response', 'declined'),
  },
  {
    name: 'the owner withdraws a no of a message that was retracted',
    steps: [...answered(ANA, 'declined'), retract(2), withdraw(2)],
    ask: asking(ANA),
    expect: refused('follow_up', 'awaiting_reply'),
  },
  {
    name: 'the owner withdraws an opt-out heard in a message that was retracted',
    steps: [says(ANA), hear(0, 'opted_out'), retract(0), withdraw(0)],
    ask: asking(ANA),
    expect: free('opening'),
  },
  {
    name: 'the owner withdraws a rest of a message that was retracted',
    steps: [says(ANA), hear(0, 'later'), retract(0), withdraw(0)],
    ask: asking(ANA),
    expect: free('opening'),
  },
  {
    name: 'a no withdrawn frees the whole organization',
    steps: [...noForAll, retract(0), withdraw(0)],
    ask: asking(ANA),
    expect: free('opening'),
  },
  {
    name: 'a no of a message that stands is not withdrawn but heard again',
    steps: [...answered(ANA, 'declined'), withdraw(2)],
    ends: 'impossible',
    ask: asking(ANA),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a member withdraws nothing',
    steps: [says(ANA), hear(0, 'declined'), retract(0), { do: 'withdraw', by: 'member', message: 0 }],
    ends: 'impossible',
    ask: asking(ANA),
    expect: refused('opening', 'declined'),
  },
  {
    name: "a successor's interest lifts the organization's no",
    steps: [...heir, days(1), says(ANA), hear(4, 'interested')],
    ask: asking(ANA, { answers: 4, pitch: 0 }),
    expect: refused('opening', 'response_owed'),
  },
  {
    name: "a successor's interest leaves the speaker's own no",
    steps: [...heir, days(1), says(ANA), hear(4, 'interested')],
    ask: asking(BEN),
    expect: refused('opening', 'declined'),
  },
  {
    name: "a successor's not-now leaves the organization's no",
    steps: [...heir, days(1), says(ANA), hear(4, 'later', { untilHours: 48 }), days(5)],
    ask: asking(ANA),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a successor is named by the owner',
    steps: [...noForAll, { do: 'succeed', by: 'member', message: 0, who: ANA }],
    ends: 'impossible',
    ask: asking(ANA),
    expect: refused('opening', 'declined'),
  },
];
