import {
  ANA,
  BEN,
  CLEO,
  accepted,
  answered,
  asking,
  free,
  hear,
  refused,
  retract,
  says,
  send,
  withdrawn,
  wrote,
  type Timeline,
} from '../script';

const blocked = { ask: asking(CLEO), expect: free('opening'), ends: 'impossible' } as const;

/** Steps that make no sense, which change nothing. */
export const senseless: Timeline[] = [
  {
    ...blocked,
    name: 'a message of ours cannot be heard',
    steps: [wrote(ANA), hear(0, 'other')],
  },
  {
    ...blocked,
    name: 'a retracted reply cannot be heard',
    steps: [says(CLEO), retract(0), hear(0, 'opted_out')],
  },
  {
    ...blocked,
    name: 'a message is retracted once',
    steps: [says(CLEO), retract(0), retract(0)],
  },
  {
    ...blocked,
    name: 'a retracted reply cannot be answered',
    steps: [says(CLEO), retract(0), send(CLEO, { answers: 0 })],
  },
  {
    ...blocked,
    name: 'a message cannot answer what somebody else said',
    steps: [says(ANA), hear(0, 'question'), send(CLEO, { answers: 0 })],
  },
  {
    ...blocked,
    name: 'a logged message cannot answer what was never recorded',
    steps: [wrote(CLEO, { answers: 5 })],
  },
  {
    ...blocked,
    name: 'a logged message cannot answer an automatic reply',
    steps: [says(CLEO, { kind: 'auto_reply' }), wrote(CLEO, { answers: 0 })],
  },
  {
    ...blocked,
    name: 'a reply cannot reply to a message to somebody else',
    steps: [wrote(BEN), says(CLEO, { inReplyTo: 0 })],
  },
  {
    ...blocked,
    name: 'a logged message has no way to be settled',
    steps: [wrote(ANA), accepted(0)],
  },
  {
    ...blocked,
    name: 'a withdrawn message stays withdrawn',
    steps: [send(CLEO), withdrawn(0), accepted(0)],
  },
  {
    ...blocked,
    name: 'an address is retired once',
    steps: [
      { do: 'retire', who: CLEO, channel: 'linkedin' },
      { do: 'retire', who: CLEO, channel: 'linkedin' },
    ],
  },
  {
    ...blocked,
    name: 'an address is suppressed once',
    steps: [
      { do: 'suppress', who: CLEO, channel: 'linkedin' },
      { do: 'suppress', who: CLEO, channel: 'linkedin' },
    ],
  },
  {
    ...blocked,
    name: 'an address that is not suppressed cannot be freed',
    steps: [{ do: 'unsuppress', who: CLEO, channel: 'email' }],
  },
  {
    ...blocked,
    name: 'a domain is suppressed once',
    steps: [
      { do: 'suppress_domain', domain: 'org0.example' },
      { do: 'suppress_domain', domain: 'org0.example' },
    ],
  },
  {
    ...blocked,
    name: 'a contact does not move to where they are',
    steps: [{ do: 'move', who: CLEO, to: null }],
  },
  {
    ...blocked,
    name: 'a rest of ours is no longer than 400 days',
    steps: [{ do: 'rest', who: CLEO, by: 'owner', days: 401 }],
  },
  {
    ...blocked,
    name: 'a rest that is not there cannot be lifted',
    steps: [{ do: 'lift_rest', who: CLEO, by: 'owner' }],
  },
  {
    name: 'a conversation is marked done once',
    steps: [
      ...answered(ANA, 'other'),
      { do: 'done', who: ANA, by: 'member' },
      { do: 'done', who: ANA, by: 'owner' },
    ],
    ends: 'impossible',
    ask: asking(ANA),
    expect: refused('opening', 'recently_ended'),
  },
];
