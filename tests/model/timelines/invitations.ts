import { CLEO, asking, days, free, hear, refused, says, wrote, type Timeline } from '../script';

const met = (how: 'in_person' | 'event' | 'introduced' | 'wrote_first' | 'found', named: boolean) =>
  ({ do: 'met', who: CLEO, how, named }) as const;
const block = { invitationNeeded: 'block' } as const;
const pitch = asking(CLEO, { pitch: 0 });

/** A pitch to somebody who never said a word (case 13). */
export const invitations: Timeline[] = [
  {
    name: 'a message without a pitch needs no invitation',
    policy: block,
    steps: [],
    ask: asking(CLEO),
    expect: free('opening'),
  },
  {
    name: 'a meeting in person invites with its place',
    policy: block,
    steps: [met('in_person', true)],
    ask: pitch,
    expect: free('opening'),
  },
  {
    name: 'a meeting in person does not invite without its place',
    policy: block,
    steps: [met('in_person', false)],
    ask: pitch,
    expect: refused('opening', 'invitation_needed'),
  },
  {
    name: 'an event invites with its place',
    policy: block,
    steps: [met('event', true)],
    ask: pitch,
    expect: free('opening'),
  },
  {
    name: 'an introduction invites with the introducer',
    policy: block,
    steps: [met('introduced', true)],
    ask: pitch,
    expect: free('opening'),
  },
  {
    name: 'an introduction by nobody is none',
    policy: block,
    steps: [met('introduced', false)],
    ask: pitch,
    expect: refused('opening', 'invitation_needed'),
  },
  {
    name: 'having been found invites nobody, wherever it was',
    policy: block,
    steps: [met('found', true)],
    ask: pitch,
    expect: refused('opening', 'invitation_needed'),
  },
  {
    name: 'whoever wrote first has invited us',
    policy: block,
    steps: [met('wrote_first', false)],
    ask: pitch,
    expect: free('opening'),
  },
  {
    name: 'any human word of theirs invites',
    policy: block,
    steps: [says(CLEO), hear(0, 'other')],
    ask: pitch,
    expect: free('opening'),
  },
  {
    name: 'an automatic reply invites nobody',
    policy: block,
    steps: [says(CLEO, { kind: 'auto_reply' })],
    ask: pitch,
    expect: refused('opening', 'invitation_needed'),
  },
  {
    name: 'an accepted connection invites nobody and takes no turn',
    policy: block,
    steps: [
      wrote(CLEO, { kind: 'connection', channel: 'linkedin' }),
      says(CLEO, { kind: 'connection', channel: 'linkedin' }),
    ],
    ask: asking(CLEO, { pitch: 0, channel: 'linkedin' }),
    expect: refused('opening', 'invitation_needed'),
    standing: { turn: 'nobody', holder: null },
  },
  {
    name: 'policy may begin to block from one moment to the next',
    policy: { invitationNeeded: 'warn' },
    steps: [{ do: 'set_policy', invitationNeeded: 'block' }],
    ask: pitch,
    expect: refused('opening', 'invitation_needed'),
  },
  {
    name: 'policy may begin to allow a follow-up',
    steps: [wrote(CLEO), days(14), { do: 'set_policy', followUpsNeverAnswered: 1 }],
    ask: asking(CLEO, { newFact: true }),
    expect: free('follow_up'),
  },
];
