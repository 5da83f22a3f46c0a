import type { Heard } from '../../support/history';
import { ANA, BEN, CLEO, asking, days, free, hear, refused, says, wrote } from '../script';
import type { Cell, Row } from '../table';

const no = [says(CLEO), hear(0, 'declined')];
const noForAll = [says(ANA), hear(0, 'declined', { scope: 'organization' })];

/** Noes that may name what they are a no to. */
const partial: readonly [Row, string, Heard][] = [
  ['declined: all_pitches', 'a no to all pitches', { outcome: 'declined', scope: 'all_pitches' }],
  ['declined: this_pitch', 'a no to one pitch', { outcome: 'declined', scope: 'this_pitch' }],
  ['wrong_person', 'a wrong person', { outcome: 'wrong_person' }],
];

/** The rows of noes, by what they are a no to. */
export const scopeCells: Cell[] = [
  {
    row: 'declined: person',
    name: 'a no to us refuses an opening',
    steps: no,
    ask: asking(CLEO),
    expect: refused('opening', 'declined'),
  },
  {
    row: 'declined: person',
    name: 'a no to us refuses a follow-up',
    steps: [...no, wrote(CLEO)],
    ask: asking(CLEO),
    expect: refused('follow_up', 'declined', 'awaiting_reply'),
  },
  {
    row: 'declined: person',
    name: 'a no to us refuses a response to a remark made after it',
    steps: [...no, says(CLEO), hear(2, 'other')],
    ask: asking(CLEO, { answers: 2 }),
    expect: refused('response', 'declined'),
  },
  {
    row: 'declined: person',
    name: 'a no to us allows a response to a question asked after it',
    steps: [...no, says(CLEO), hear(2, 'question')],
    ask: asking(CLEO, { answers: 2 }),
    expect: free('response'),
  },
  {
    row: 'declined: person',
    name: 'a no to us allows thanks',
    steps: no,
    ask: asking(CLEO, { answers: 0 }),
    expect: free('thanks'),
  },
  {
    row: 'declined: organization',
    name: 'a no of their organization refuses an opening',
    steps: noForAll,
    ask: asking(BEN),
    expect: refused('opening', 'declined'),
  },
  {
    row: 'declined: organization',
    name: 'a no of their organization refuses a follow-up',
    steps: [...noForAll, wrote(BEN)],
    ask: asking(BEN),
    expect: refused('follow_up', 'declined', 'awaiting_reply'),
  },
  {
    row: 'declined: organization',
    name: 'a no of their organization refuses a response to a remark',
    steps: [...noForAll, says(BEN), hear(2, 'other')],
    ask: asking(BEN, { answers: 2 }),
    expect: refused('response', 'declined'),
  },
  {
    row: 'declined: organization',
    name: 'a no of their organization allows a response to a question',
    steps: [...noForAll, says(BEN), hear(2, 'question')],
    ask: asking(BEN, { answers: 2 }),
    expect: free('response'),
  },
  {
    row: 'declined: organization',
    name: 'a no of their organization allows thanks to the one who spoke',
    steps: noForAll,
    ask: asking(ANA, { answers: 0 }),
    expect: free('thanks'),
  },
  ...partial.flatMap(([row, name, heard]): Cell[] => {
    const reason = row === 'wrong_person' ? 'wrong_person' : 'declined';
    const steps = [wrote(CLEO, { pitch: 0 }), says(CLEO), hear(1, heard.outcome, heard)];
    const onlyPitch = row === 'declined: all_pitches';
    return [
      {
        row,
        name: `${name} refuses an opening with a pitch`,
        steps,
        ask: asking(CLEO, { pitch: 1 }),
        expect: refused('opening', reason),
      },
      {
        row,
        name: `${name} allows an opening ${onlyPitch ? 'without one' : 'with another pitch after 90 days'}`,
        steps: onlyPitch ? steps : [...steps, days(90)],
        ask: onlyPitch ? asking(CLEO) : asking(CLEO, { pitch: 1 }),
        expect: free('opening'),
      },
      {
        row,
        name: `${name} refuses a follow-up without one`,
        steps: [...steps, wrote(CLEO)],
        ask: asking(CLEO),
        expect: refused('follow_up', reason, 'awaiting_reply'),
      },
      {
        row,
        name: `${name} refuses a response with a pitch`,
        steps: [...steps, says(CLEO), hear(3, 'question')],
        ask: asking(CLEO, { answers: 3, pitch: 0 }),
        expect: refused('response', reason),
      },
      {
        row,
        name: `${name} allows a response without a pitch`,
        steps: [...steps, says(CLEO), hear(3, 'other')],
        ask: asking(CLEO, { answers: 3 }),
        expect: free('response'),
      },
      {
        row,
        name: `${name} allows thanks`,
        steps,
        ask: asking(CLEO, { answers: 1 }),
        expect: free('thanks'),
      },
    ];
  }),
];
