import { beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { verdictOn } from '@/lib/gate/queries';
import { pauseMailbox, resumeMailbox } from '@/lib/mailboxes/mutations';
import { mailboxesFor } from '@/lib/mailboxes/queries';
import { hear } from '@/lib/replies/mutations';
import { claim, type Lease, LeaseLost } from '@/lib/sync/lease/mutations';
import { fileAll } from '@/tests/support/mail/filing';
import { ImapServer, signIn } from '@/tests/support/mail/imap-server';
import { written } from '@/tests/support/mail/letters';
import {
  aMailbox,
  anAddress,
  earsOn,
  held,
  readEverything,
  timelineOf,
} from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, heard, standingOf } from '@/tests/support/talk';

const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour);
let user: Writer;
let lease: Lease;
let contact: string;
let addressId: string;
let handle: string;
const own = ['ana@atelier.example'];
const from = 'Ana <ana@atelier.example>';

beforeEach(async () => {
  user = await aMember();
  lease = await held(await aMailbox(user));
  await readToEnd(0);
  contact = await aContact({ createdAt: ago(1000) });
  handle = `eva.${v7()}@museum.example`;
  addressId = await anAddress(contact, handle);
});

async function readToEnd(minutes: number) {
  await rows('UPDATE mailboxes SET read_to_end_at = law.clock() - make_interval(mins => $2) WHERE id = $1', [
    lease.mailboxId,
    minutes,
  ]);
}

/** Why they cannot be written to now; with something new to say, so that only what closes is told. */
async function codes(): Promise<string[]> {
  const rest = { pitchId: null, answersId: null, newFact: true };
  const { reasons } = await verdictOn(user, { contactId: contact, channel: 'email', addressId, ...rest });
  return reasons.map(({ code }) => code);
}

const id = (name: string) => `${name}.${handle}`;
const ours = (name: string, hours: number, rest: object = {}) => ({
  ...{ at: ago(hours), sent: true },
  raw: written({ id: id(name), from, to: handle, date: ago(hours), ...rest }),
});
const theirs = (name: string, hours: number, body: string, rest: object = {}) => ({
  at: ago(hours),
  raw: written({ id: id(name), from: handle, date: ago(hours), inReplyTo: id('s1'), body, ...rest }),
});
const file = (...mails: { at: Date; raw: string }[]) => fileAll(lease, user, own, mails);
const away = { subject: 'Automatic reply: Your collection', headers: ['Auto-Submitted: auto-replied'] };

async function hearLast(outcome: 'declined' | 'other') {
  const last = (await timelineOf(contact)).filter(({ direction }) => direction === 'inbound').at(-1);
  expect(
    await hear(user, last?.id ?? '', heard(outcome, outcome === 'declined' ? { scope: 'person' } : {})),
  ).toMatchObject({ ok: true });
}

describe('what comes by mail', () => {
  it('trap 2: our own footer, quoted in their answer, opts nobody out, and is no part of what they said', async () => {
    const footer = '> Ana, Atelier\n> If you never want to hear from us again, answer STOP: unsubscribe me.';
    await file(
      ours('s1', 20),
      theirs('r1', 10, `Sounds lovely, tell me more.\n\nOn 2 Mar 2026, Ana wrote:\n> May I?\n${footer}`),
    );
    expect(await codes()).toEqual(['unheard_reply']);
    expect((await timelineOf(contact)).at(-1)?.body).toBe('Sounds lovely, tell me more.');
    const suggested = await rows(
      'SELECT r.outcome FROM replies r JOIN messages m ON m.id = r.message_id WHERE m.contact_id = $1',
      [contact],
    );
    expect(suggested.map(({ outcome }) => outcome)).not.toContain('opted_out');
  });

  it('trap 4: a polite thanks after a no reopens nothing, unheard or heard', async () => {
    await file(ours('s1', 20), theirs('r1', 10, 'No, thank you. It is not for us.'));
    await hearLast('declined');
    await file(theirs('r2', 5, 'Thanks for telling me.'));
    expect(await codes()).toEqual(['declined', 'unheard_reply']);
    await hearLast('other');
    expect(await codes()).toContain('declined');
  });

  it('trap 5: an out-of-office is neither an answer nor their silence broken, and lifts no no', async () => {
    await file(ours('s1', 20), theirs('a1', 19.9, 'I am away until 12 May 2026.', away));
    expect(await codes()).toEqual(['awaiting_reply']);
    expect(await standingOf(contact)).toMatchObject({ turn: 'theirs', unheard: 0, unanswered: 1 });
    await file(theirs('r1', 10, 'No, thank you. It is not for us.'));
    await hearLast('declined');
    await file(theirs('a2', 5, 'I am away until 12 May 2026.', away));
    expect(await codes()).toEqual(['declined']);
  });

  it('trap 12: an instant answer from anywhere finds what we write, by the id that is stored before it leaves', async () => {
    const [thread, message] = [v7(), v7()];
    await rows(`INSERT INTO threads (id, contact_id, channel, address_id) VALUES ($1, $2, 'email', $3)`, [
      thread,
      contact,
      addressId,
    ]);
    await rows(
      `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, body, author_id, message_id_header)
      VALUES ($1, $2, $3, 'email', $4, 'outbound', 'composed', 'May I show you our work?', $5, $6)`,
      [message, contact, thread, addressId, user.userId, id('s1')],
    );
    // Before anything lies in Sent, from an address that nobody knows, under another subject.
    const private_ = { from: `private.${handle}`, subject: 'Yes' };
    await file(theirs('r1', 0, 'That was quick! Tell me more.', private_));
    expect((await timelineOf(contact)).map(({ ref, about }) => [ref, about])).toEqual([
      [id('s1'), null],
      [id('r1'), id('s1')],
    ]);
    expect(await codes()).toEqual(['unheard_reply']);
    // Our own copy comes to lie in Sent later, and is no second message.
    await file(ours('s1', 0, { body: 'May I show you our work?' }));
    expect((await timelineOf(contact)).map(({ ref }) => ref)).toEqual([id('s1'), id('r1')]);
  });
});

describe('a mailbox that is not heard', () => {
  it('trap 14: says when it was last really read, and closes, however green its connection', async () => {
    await file(ours('s1', 20), theirs('r1', 10, 'Who else shows there?'));
    await hearLast('other');
    expect(await codes()).toEqual([]);
    await readToEnd(61);
    const [shown] = await mailboxesFor(user);
    expect(shown).toMatchObject({ state: 'connected', isHeard: false });
    expect(shown?.readToEndAt?.getTime()).toBeLessThan(Date.now() - hour);
    expect(await codes()).toEqual(['deaf']);
  });

  it('trap 15: paused it proves nothing, resumed neither, until it was read; and what came closes before anything leaves', async () => {
    const server = await ImapServer.start();
    const ears = earsOn(() => signIn(server.port));
    server.deliver('Sent', ours('s1', 20));
    server.deliver('INBOX', theirs('r1', 15, 'Who else shows there?'));
    await readEverything(ears, lease);
    await hearLast('other');
    expect(await codes()).toEqual([]);
    expect(await pauseMailbox(user, lease.mailboxId)).toBe(true);
    server.deliver('INBOX', theirs('r2', 0, 'No, thank you. It is not for us.'));
    expect(await claim('anybody')).toBeNull();
    await expect(readEverything(ears, lease)).rejects.toBeInstanceOf(LeaseLost);
    await readToEnd(61);
    expect(await codes()).toEqual(['deaf']);
    expect(await resumeMailbox(user, lease.mailboxId)).toBe(true);
    expect(await codes()).toEqual(['deaf']);
    await readEverything(ears, await held(lease.mailboxId));
    expect(await codes()).toEqual(['unheard_reply']);
    await server.stop();
  });
});
