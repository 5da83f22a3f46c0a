import { beforeAll, describe, expect, it } from 'vitest';
import { rows } from '@/lib/db/pool';
import { aMember } from '@/tests/support/people';
import { type Came, fileAll, questions } from '@/tests/support/mail/filing';
import { returned, written } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, held, timelineOf } from '@/tests/support/mail/listening';
import { aContact, standingOf } from '@/tests/support/talk';
import type { Writer } from '@/lib/auth/actor';
import type { Lease } from '@/lib/sync/lease/mutations';

const hour = 3_600_000;
let user: Writer;
let lease: Lease;
let n = 0;

beforeAll(async () => {
  user = await aMember();
  lease = await held(await aMailbox(user, { email: 'ana@atelier.example' }));
});

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length < 2) return [[...of]];
  return of.flatMap((one, at) => permutations(of.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}

interface Told {
  readonly handle: string;
  readonly mail: (name: string) => string;
}

type Story = (told: Told, at: (hours: number) => Date) => Came[];

/** Tells a story to a new contact in one order, and answers what is there then, with ids that are the same for all. */
async function tell(story: Story, order: readonly number[]): Promise<unknown> {
  n += 1;
  const tag = `x${n}`;
  const contact = await aContact({ createdAt: new Date(Date.now() - 1000 * hour) });
  const handle = `eva.${tag}@museum.example`;
  await anAddress(contact, handle);
  const told = { handle, mail: (name: string) => `${name}.${tag}@x.example` };
  const mails = story(told, (hours) => new Date(Math.floor(Date.now() / 1000) * 1000 - (100 - hours) * hour));
  await fileAll(
    lease,
    user,
    ['ana@atelier.example'],
    order.flatMap((at) => mails[at] ?? []),
  );
  const bare = (text: string) => text.replace(`.${tag}@x.example`, '');
  const timeline = (await timelineOf(contact)).map(
    ({ direction, kind, ref, mark, about }) =>
      `${direction} ${kind} ${bare(ref)}${about ? ` on ${bare(about)}` : ''}${mark ? `, ${mark}` : ''}`,
  );
  const [shut] = await rows(`SELECT FROM law.suppressed('email', $1)`, [handle]);
  const asked = (await questions(lease.mailboxId)).filter(({ contactId }) => contactId === contact);
  const { turn, unheard } = await standingOf(contact);
  return {
    timeline,
    standing: { turn, unheard },
    suppressed: shut !== undefined,
    asked: asked.map(({ kind }) => kind),
  };
}

const ours = 'Ana <ana@atelier.example>';

interface Ending {
  readonly story: Story;
  /** Of each message what it is, its id and what it is about, in the order of the timeline. */
  readonly timeline: readonly string[];
  readonly standing: { readonly turn: string; readonly unheard: number };
  readonly suppressed: boolean;
  readonly asked: readonly string[];
}

const stories: Record<string, Ending> = {
  'an opening, their answer, ours, and their next from another address': {
    story: ({ handle, mail }, at) => [
      { at: at(1), sent: true, raw: written({ id: mail('s1'), from: ours, to: handle }) },
      {
        at: at(2),
        raw: written({ id: mail('r1'), from: handle, inReplyTo: mail('s1'), body: 'Who else shows there?' }),
      },
      {
        at: at(3),
        sent: true,
        raw: written({ id: mail('s2'), from: ours, to: handle, inReplyTo: mail('r1') }),
      },
      {
        at: at(4),
        raw: written({
          ...{
            id: mail('r2'),
            from: `private.${mail('eva')}`,
            inReplyTo: mail('s2'),
            references: [mail('s1'), mail('r1'), mail('s2')],
          },
          body: 'From my own address now.',
        }),
      },
    ],
    timeline: [
      'outbound human s1',
      'inbound human r1 on s1',
      'outbound human s2 on r1, answered_elsewhere',
      'inbound human r2 on s2',
    ],
    standing: { turn: 'ours', unheard: 2 },
    suppressed: false,
    asked: ['other_address'],
  },
  'an opening that comes back, and one that only waits': {
    story: ({ handle, mail }, at) => [
      { at: at(1), sent: true, raw: written({ id: mail('s1'), from: ours, to: handle }) },
      {
        at: at(2),
        raw: returned({
          id: mail('s1'),
          recipient: handle,
          status: '4.2.2',
          action: 'delayed',
          reportId: mail('b1'),
        }),
      },
      {
        at: at(3),
        sent: true,
        raw: written({ id: mail('s2'), from: ours, to: handle, inReplyTo: mail('s1') }),
      },
      { at: at(4), raw: returned({ id: mail('s2'), recipient: handle, reportId: mail('b2') }) },
    ],
    timeline: [
      'outbound human s1',
      'inbound soft_bounce b1 on s1',
      'outbound human s2 on s1',
      'inbound bounce b2 on s2',
    ],
    standing: { turn: 'theirs', unheard: 0 },
    suppressed: true,
    asked: [],
  },
  'an answer whose server’s clock is behind, and a reply that quotes only the oldest': {
    story: ({ handle, mail }, at) => [
      { at: at(5), sent: true, raw: written({ id: mail('s1'), from: ours, to: handle }) },
      { at: at(4), raw: written({ id: mail('r1'), from: handle, inReplyTo: mail('s1') }) },
      {
        at: at(3),
        sent: true,
        raw: written({ id: mail('s2'), from: ours, to: handle, inReplyTo: mail('r1') }),
      },
      {
        at: at(6),
        raw: written({ id: mail('r2'), from: handle, references: [mail('s1'), mail('unknown')] }),
      },
    ],
    timeline: [
      'outbound human s1',
      'inbound human r1 on s1',
      'outbound human s2 on r1, answered_elsewhere',
      'inbound human r2 on s1',
    ],
    standing: { turn: 'ours', unheard: 2 },
    suppressed: false,
    asked: [],
  },
};

describe.each(Object.entries(stories))('%s', (_, { story, ...ending }) => {
  it('P6, trap 12: ends the same in whatever order the mailbox is read', async () => {
    for (const order of permutations([0, 1, 2, 3])) {
      expect(await tell(story, order), `read as ${order.join(' ')}`).toEqual(ending);
    }
  }, 120_000);
});
