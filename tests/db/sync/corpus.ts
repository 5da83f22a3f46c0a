import { complained, type Letter, returned, written } from '@/tests/support/mail/letters';

/** Who answers, from which address. */
export const senders = [
  'their address',
  'a +tag and capitals',
  'another address',
  'a colleague',
  'another contact',
] as const;

/** What the answer names in its headers. */
export const namings = ['in reply to ours', 'ours among others', 'an id nobody knows', 'nothing'] as const;

export const subjects = ['Re: Your collection', 'Something else', 'Quick question'] as const;

/** What a machine sends. */
export const machines = [
  'auto_reply',
  'bounce',
  'soft_bounce',
  'delayed',
  'complaint',
  'receipt',
  'list',
] as const;

/** Before or after our own copy in Sent was read. */
export const orders = ['after our copy', 'before our copy'] as const;

export interface Case {
  readonly name: string;
  readonly order: (typeof orders)[number];
  readonly from: (typeof senders)[number];
  readonly mail: (of: Of) => string;
  /** Of the contact to whom we wrote: their words arrived, or what else became of them. */
  readonly ends: Ends;
}

/** Whom it is about, and under which ids. */
export interface Of {
  readonly handle: string;
  readonly other: string;
  readonly contact: string;
  readonly ours: string;
  readonly id: string;
  readonly at: Date;
}

/** `heard`: unheard words of theirs close the gate. `silent`: as if nothing had come. */
export type Ends = 'unheard' | 'silent' | 'suppressed' | 'opted_out';

function fromOf(who: Case['from'], { handle, other, contact }: Of): string {
  switch (who) {
    case 'their address':
      return `Eva Ruiz <${handle}>`;
    case 'a +tag and capitals':
      return `"Ruiz, Eva" <${handle.replace('@', '+outreach@').toUpperCase()}>`;
    case 'another address':
      return `Eva <${other}>`;
    case 'a colleague':
      return `Tom Weber <tom.${other}>`;
    case 'another contact':
      return `Noor <${contact}>`;
  }
}

function naming(how: (typeof namings)[number], { ours, id }: Of): Partial<Letter> {
  switch (how) {
    case 'in reply to ours':
      return { inReplyTo: ours, references: [ours] };
    case 'ours among others':
      return { inReplyTo: `missing.${id}`, references: [`first.${id}`, ours, `missing.${id}`] };
    case 'an id nobody knows':
      return { inReplyTo: `missing.${id}` };
    case 'nothing':
      return {};
  }
}

const knownSender = (from: Case['from']) => from === 'their address' || from === 'a +tag and capitals';
const namesOurs = (how: (typeof namings)[number]) =>
  how === 'in reply to ours' || how === 'ours among others';

const human: Case[] = orders.flatMap((order) =>
  senders.flatMap((from) =>
    namings.flatMap((how) =>
      subjects.map((subject) => ({
        ...{ order, from, name: `a person from ${from}, naming ${how}, “${subject}”` },
        mail: (of: Of) =>
          written({
            ...{ id: of.id, from: fromOf(from, of), subject, date: of.at, body: 'Tell me more about it.' },
            ...naming(how, of),
          }),
        ends: knownSender(from) || namesOurs(how) ? ('unheard' as const) : ('silent' as const),
      })),
    ),
  ),
);

const said: Record<
  (typeof machines)[number],
  { readonly ends: Ends; readonly mail: (of: Of, how: (typeof namings)[number]) => string }
> = {
  auto_reply: {
    ends: 'silent',
    mail: (of, how) =>
      written({
        ...{
          id: of.id,
          from: of.handle,
          subject: 'Automatic reply: Your collection',
          date: of.at,
          ...naming(how, of),
        },
        ...{ headers: ['Auto-Submitted: auto-replied'], body: 'I am out of office until 12 May 2026.' },
      }),
  },
  bounce: { ends: 'suppressed', mail: (of, how) => report(of, how, {}) },
  soft_bounce: { ends: 'silent', mail: (of, how) => report(of, how, { status: '4.2.2' }) },
  delayed: { ends: 'silent', mail: (of, how) => report(of, how, { status: '4.4.1', action: 'delayed' }) },
  complaint: {
    ends: 'opted_out',
    mail: (of) => complained({ id: of.ours, recipient: of.handle, date: of.at, reportId: of.id }),
  },
  receipt: {
    ends: 'silent',
    mail: (of, how) =>
      written({
        ...{ id: of.id, from: of.handle, subject: 'Read: Your collection', date: of.at, ...naming(how, of) },
        type: 'multipart/report; report-type=disposition-notification; boundary=r',
        body: [
          '--r\r\nContent-Type: text/plain\r\n\r\nYour message was read.\r\n',
          `--r\r\nContent-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822;${of.handle}`,
          `Original-Message-ID: <${of.ours}>\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n--r--`,
        ].join('\r\n'),
      }),
  },
  list: {
    ends: 'silent',
    mail: (of) =>
      written({
        ...{
          id: of.id,
          from: of.handle,
          subject: 'Spring at the museum',
          date: of.at,
          body: 'All our exhibitions. Unsubscribe here.',
        },
        headers: [
          'List-Unsubscribe: <https://museum.example/u>',
          'List-Id: <news.museum.example>',
          'Precedence: bulk',
        ],
      }),
  },
};

function report(
  of: Of,
  how: (typeof namings)[number],
  rest: { status?: string; action?: 'failed' | 'delayed' },
): string {
  const id = namesOurs(how) ? { id: of.ours } : {};
  return returned({ recipient: of.handle, date: of.at, reportId: of.id, ...id, ...rest });
}

const machine: Case[] = orders.flatMap((order) =>
  machines.flatMap((kind) =>
    (['in reply to ours', 'ours among others', 'nothing'] as const).flatMap((how) =>
      [1, 2].map((time) => ({
        ...{ order, from: 'their address' as const, name: `${kind} ${time}, naming ${how}` },
        mail: (of: Of) => said[kind].mail(of, how),
        ends: said[kind].ends,
      })),
    ),
  ),
);

/** Every mail of the table. */
export const corpus: readonly Case[] = [...human, ...machine];
