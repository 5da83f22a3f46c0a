import { ANA, BEN, CLEO, answered, asking, days, free, hear, refused, says, type Timeline } from '../script';

const noFromUsAll = answered(ANA, 'declined', { scope: 'organization' });

/** A no for everybody at an organization (cases 1, 3, 7, 11). */
export const organizations: Timeline[] = [
  {
    name: 'a no for the organization refuses a colleague there',
    steps: noFromUsAll,
    ask: asking(BEN, { newFact: true }),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a no of the person leaves a colleague free',
    steps: answered(ANA, 'declined'),
    ask: asking(BEN),
    expect: free('opening'),
  },
  {
    name: 'a no for the organization covers somebody who joins it later',
    steps: [...noFromUsAll, { do: 'move', who: CLEO, to: 0 }],
    ask: asking(CLEO),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a no for the organization frees a colleague who leaves it',
    steps: [...noFromUsAll, { do: 'move', who: BEN, to: 1 }],
    ask: asking(BEN),
    expect: free('opening'),
  },
  {
    name: 'a no for the organization stays with its speaker who leaves it',
    steps: [...noFromUsAll, { do: 'move', who: ANA, to: null }],
    ask: asking(ANA),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a no for the organization stays with it when its speaker leaves',
    steps: [...noFromUsAll, { do: 'move', who: ANA, to: 1 }],
    ask: asking(BEN),
    expect: refused('opening', 'declined'),
  },
  {
    name: 'a no for the organization is lifted by the interest of its speaker',
    steps: [...noFromUsAll, days(1), says(ANA), hear(5, 'interested')],
    ask: asking(BEN),
    expect: free('opening'),
  },
  {
    name: 'a no for the organization is not lifted by the interest of a colleague',
    steps: [...noFromUsAll, days(1), says(BEN), hear(5, 'interested')],
    ask: asking(BEN, { answers: 5, pitch: 0 }),
    expect: refused('opening', 'declined', 'response_owed'),
  },
  {
    name: "a colleague's question may be answered although it was spoken before the organization's no",
    steps: [...noFromUsAll, days(1), says(BEN, { hoursAgo: 100 }), hear(5, 'question')],
    ask: asking(BEN, { answers: 5 }),
    expect: free('response'),
  },
  {
    name: "a colleague's remark is not answered under the organization's no",
    steps: [...noFromUsAll, days(1), says(BEN), hear(5, 'other')],
    ask: asking(BEN, { answers: 5 }),
    expect: refused('response', 'declined'),
  },
  {
    name: "a colleague's own no may be thanked for under the organization's no",
    steps: [...noFromUsAll, days(1), says(BEN), hear(5, 'declined')],
    ask: asking(BEN, { answers: 5 }),
    expect: free('thanks'),
  },
  {
    name: "a not-now of the speaker turns the organization's no into a rest of everybody there",
    steps: [...noFromUsAll, days(1), says(ANA), hear(5, 'later', { untilHours: 24 * 10 })],
    ask: asking(BEN),
    expect: refused('opening', 'resting'),
  },
  {
    name: "a colleague is free when the organization's rest has ended",
    steps: [...noFromUsAll, days(1), says(ANA), hear(5, 'later', { untilHours: 24 * 10 }), days(10)],
    ask: asking(BEN),
    expect: free('opening'),
  },
  {
    name: "an organization's rest gives a colleague no second message when it ends",
    steps: [
      ...noFromUsAll,
      { do: 'log_out', who: BEN, channel: 'email', hoursAgo: 0, dayOnly: false },
      days(1),
      says(ANA),
      hear(6, 'later', { untilHours: 24 * 10 }),
      days(10),
    ],
    ask: asking(BEN, { newFact: true }),
    expect: refused('follow_up', 'awaiting_reply'),
  },
  {
    name: "a not-now that met no organization's no rests the speaker alone",
    steps: answered(ANA, 'later'),
    ask: asking(BEN),
    expect: free('opening'),
  },
  {
    name: "interest of the speaker lifts the organization's rest",
    steps: [...noFromUsAll, days(1), says(ANA), hear(5, 'later'), days(1), says(ANA), hear(8, 'interested')],
    ask: asking(BEN),
    expect: free('opening'),
  },
  {
    name: 'a no for the organization cannot be heard from somebody who belongs to none',
    steps: [says(CLEO), hear(0, 'declined', { scope: 'organization' })],
    ends: 'impossible',
    ask: asking(CLEO, { answers: 0 }),
    expect: refused('opening', 'unheard_reply'),
  },
];
