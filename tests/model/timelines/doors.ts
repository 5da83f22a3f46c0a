import {
  ANA,
  BEN,
  CLEO,
  DAN,
  asking,
  days,
  free,
  hear,
  refused,
  says,
  send,
  wrote,
  type Timeline,
} from '../script';

const appears = (domain: 'org0.example' | 'org1.example' | 'free.example', organization: 0 | 1 | null) =>
  ({ do: 'appear', who: DAN, domain, organization }) as const;
const owns = { do: 'own_domain', organization: 0, domain: 'org0.example' } as const;

/** Addresses and domains (cases 8, 11, 14). */
export const doors: Timeline[] = [
  {
    name: 'a domain suppressed before somebody was known closes them',
    steps: [{ do: 'suppress_domain', domain: 'org1.example' }, appears('org1.example', null)],
    ask: asking(DAN),
    expect: refused('opening', 'suppressed'),
  },
  {
    name: 'a domain that is freed lets its people go',
    steps: [
      { do: 'suppress_domain', domain: 'org1.example' },
      appears('org1.example', null),
      { do: 'unsuppress_domain', domain: 'org1.example' },
    ],
    ask: asking(DAN),
    expect: free('opening'),
  },
  {
    name: 'somebody who appears at an organization that said no is closed',
    steps: [says(BEN), hear(0, 'declined', { scope: 'organization' }), appears('free.example', 0)],
    ask: asking(DAN, { channel: 'linkedin' }),
    expect: refused('opening', 'declined'),
  },
  {
    name: "an organization's no closes addresses at its domain, wherever people belong",
    steps: [owns, says(BEN), hear(1, 'declined', { scope: 'organization' }), appears('org0.example', 1)],
    ask: asking(DAN),
    expect: refused('opening', 'declined'),
  },
  {
    name: "an organization's no at its domain leaves another channel of somebody elsewhere free",
    steps: [owns, says(BEN), hear(1, 'declined', { scope: 'organization' }), appears('org0.example', 1)],
    ask: asking(DAN, { channel: 'linkedin' }),
    expect: free('opening'),
  },
  {
    name: "an organization's rest closes addresses at its domain too",
    steps: [
      owns,
      says(BEN),
      hear(1, 'declined', { scope: 'organization' }),
      days(1),
      says(BEN),
      hear(4, 'later'),
      appears('org0.example', null),
    ],
    ask: asking(DAN),
    expect: refused('opening', 'resting'),
  },
  {
    name: 'WhatsApp and telephone are one door',
    steps: [{ do: 'suppress', who: ANA, channel: 'phone' }],
    ask: asking(ANA, { channel: 'whatsapp' }),
    expect: refused('opening', 'suppressed'),
  },
  {
    name: 'a telephone number taken away stays their WhatsApp',
    steps: [{ do: 'retire', who: ANA, channel: 'phone' }],
    ask: asking(ANA, { channel: 'whatsapp' }),
    expect: free('opening'),
  },
  {
    name: "somebody else's address is not theirs",
    steps: [],
    ask: asking(ANA, { at: BEN }),
    expect: refused('opening', 'not_their_address'),
  },
  {
    name: 'a hard bounce gives the turn back and closes the address',
    steps: [send(CLEO), { do: 'settle', message: 0, as: 'bounced' }],
    ask: asking(CLEO),
    expect: refused('opening', 'suppressed'),
    standing: { turn: 'nobody' },
  },
  {
    name: 'a hard bounce leaves other channels free',
    steps: [
      send(CLEO),
      { do: 'settle', message: 0, as: 'accepted' },
      days(1),
      { do: 'settle', message: 0, as: 'bounced' },
    ],
    ask: asking(CLEO, { channel: 'linkedin' }),
    expect: free('opening'),
  },
  {
    name: 'a message that failed gives the turn back and closes nothing',
    steps: [send(CLEO), { do: 'settle', message: 0, as: 'failed' }],
    ask: asking(CLEO),
    expect: free('opening'),
  },
  {
    name: 'a bounce of one message does not undo a later one that arrived',
    steps: [
      send(CLEO),
      { do: 'settle', message: 0, as: 'uncertain' },
      wrote(CLEO, { channel: 'linkedin' }),
      { do: 'settle', message: 0, as: 'bounced' },
    ],
    ask: asking(CLEO, { channel: 'linkedin' }),
    expect: refused('follow_up', 'awaiting_reply'),
  },
  {
    name: 'what was written on LinkedIn cannot bounce',
    steps: [send(CLEO, { channel: 'linkedin' }), { do: 'settle', message: 0, as: 'bounced' }],
    ends: 'impossible',
    ask: asking(CLEO),
    expect: refused('follow_up', 'awaiting_reply'),
  },
];
