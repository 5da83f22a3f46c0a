import type { Policy } from '../../support/history';
import { CLEO, asking, days, free, hear, refused, says, tells, wrote } from '../script';
import type { Cell } from '../table';

const one = { followUpsNeverAnswered: 1 } as const;
const followUp = asking(CLEO, { newFact: true });
const debt = [{ do: 'crowd_writes', to: 'owner', people: 6 } as const, days(2)];
const opening = asking(CLEO, { pitch: 0 });

const invitations: readonly [Policy['invitationNeeded'], string][] = [
  ['block', 'is refused where policy blocks'],
  ['warn', 'is warned of where policy warns'],
  ['off', 'is free where policy does not care'],
];

/** The rows of colleagues, listening, and invitations. */
export const houseCells: Cell[] = [
  ...invitations.flatMap(([invitationNeeded, says]): Cell[] => {
    const answer = (purpose: 'opening' | 'follow_up') => {
      if (invitationNeeded === 'block') return refused(purpose, 'invitation_needed');
      return invitationNeeded === 'warn' ? free(purpose, 'invitation_needed') : free(purpose);
    };
    return [
      {
        row: 'invitation_needed',
        name: `an uninvited pitch in an opening ${says}`,
        policy: { invitationNeeded },
        steps: [],
        ask: opening,
        expect: answer('opening'),
      },
      {
        row: 'invitation_needed',
        name: `an uninvited pitch in a follow-up ${says}`,
        policy: { ...one, invitationNeeded },
        steps: [wrote(CLEO), days(14)],
        ask: { ...opening, newFact: true },
        expect: answer('follow_up'),
      },
    ];
  }),
  {
    row: 'invitation_needed',
    name: 'an invitation is not needed for a response',
    policy: { invitationNeeded: 'block' },
    steps: [wrote(CLEO, { pitch: 0 }), says(CLEO), hear(1, 'question')],
    ask: asking(CLEO, { answers: 1, pitch: 0 }),
    expect: free('response'),
  },
  {
    row: 'invitation_needed',
    name: 'an invitation is not needed for thanks',
    policy: { invitationNeeded: 'block' },
    steps: [says(CLEO), hear(0, 'declined')],
    ask: asking(CLEO, { answers: 0 }),
    expect: free('thanks'),
  },
  {
    row: 'colleague_in_conversation',
    name: 'a colleague in conversation refuses an opening',
    steps: [tells(CLEO, 'member', { outcome: 'other' })],
    ask: asking(CLEO),
    expect: refused('opening', 'colleague_in_conversation'),
    standing: { holder: 'member' },
  },
  {
    row: 'colleague_in_conversation',
    name: 'a colleague in conversation refuses a follow-up',
    policy: one,
    steps: [wrote(CLEO, { by: 'member' }), days(14)],
    ask: followUp,
    expect: refused('follow_up', 'colleague_in_conversation'),
  },
  {
    row: 'colleague_in_conversation',
    name: 'a colleague in conversation refuses a response',
    steps: [tells(CLEO, 'member', { outcome: 'question' })],
    ask: asking(CLEO, { answers: 0 }),
    expect: refused('response', 'colleague_in_conversation'),
  },
  {
    row: 'colleague_in_conversation',
    name: 'a colleague in conversation refuses thanks',
    steps: [tells(CLEO, 'member', { outcome: 'declined' })],
    ask: asking(CLEO, { answers: 0 }),
    expect: refused('thanks', 'colleague_in_conversation'),
  },
  {
    row: 'listening_debt',
    name: 'others who wait refuse an opening',
    steps: debt,
    ask: asking(CLEO),
    expect: refused('opening', 'listening_debt'),
  },
  {
    row: 'listening_debt',
    name: 'others who wait refuse a follow-up',
    policy: one,
    steps: [wrote(CLEO), days(14), ...debt],
    ask: followUp,
    expect: refused('follow_up', 'listening_debt'),
  },
  {
    row: 'listening_debt',
    name: 'others who wait allow a response',
    steps: [...debt, says(CLEO), hear(2, 'question')],
    ask: asking(CLEO, { answers: 2 }),
    expect: free('response'),
  },
  {
    row: 'listening_debt',
    name: 'others who wait allow thanks',
    steps: [...debt, says(CLEO), hear(2, 'declined')],
    ask: asking(CLEO, { answers: 2 }),
    expect: free('thanks'),
  },
  {
    row: 'deaf',
    name: 'a mailbox not read refuses an opening to somebody written to before',
    hears: false,
    steps: [wrote(CLEO), says(CLEO), hear(1, 'other')],
    ask: asking(CLEO),
    expect: refused('opening', 'deaf'),
  },
  {
    row: 'deaf',
    name: 'a mailbox not read allows an opening to a stranger',
    hears: false,
    steps: [],
    ask: asking(CLEO),
    expect: free('opening'),
  },
  {
    row: 'deaf',
    name: 'a mailbox not read refuses a follow-up',
    policy: one,
    hears: false,
    steps: [wrote(CLEO), days(14)],
    ask: followUp,
    expect: refused('follow_up', 'deaf'),
  },
  {
    row: 'deaf',
    name: 'a mailbox not read is only said before a response',
    hears: false,
    steps: [wrote(CLEO), says(CLEO), hear(1, 'other')],
    ask: asking(CLEO, { answers: 1 }),
    expect: free('response', 'deaf'),
  },
  {
    row: 'deaf',
    name: 'a mailbox not read says nothing about thanks',
    hears: false,
    steps: [wrote(CLEO), says(CLEO), hear(1, 'declined')],
    ask: asking(CLEO, { answers: 1 }),
    expect: free('thanks'),
  },
];
