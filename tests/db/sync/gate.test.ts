import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import type { Lease } from '@/lib/sync/lease/mutations';
import { fileAll } from '@/tests/support/mail/filing';
import { written } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, held } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact } from '@/tests/support/talk';
import { type Case, corpus, type Ends, orders } from './corpus';

const hour = 3_600_000;
const long = new Date(Date.now() - 1000 * hour);
let user: Writer;
let lease: Lease;
let n = 0;
let played = 0;

beforeAll(async () => {
  user = await aMember();
  lease = await held(await aMailbox(user, { email: 'ana@atelier.example' }));
  await db().mailbox.update({ where: { id: lease.mailboxId }, data: { readToEndAt: new Date() } });
});

// P6 asks for two hundred at least.
afterAll(() => expect(played).toBeGreaterThanOrEqual(200));

async function play({ order, mail }: Case) {
  n += 1;
  const tag = `c${n}`;
  const [handle, contactHandle] = [`eva.${tag}@museum.example`, `noor.${tag}@gallery.example`];
  const contact = await aContact({ createdAt: long });
  const addressId = await anAddress(contact, handle);
  const bystander = await aContact({ name: 'Noor Haddad', createdAt: long });
  await anAddress(bystander, contactHandle);
  const of = {
    ...{ handle, contact: contactHandle, other: `eva.${tag}@home.example` },
    ...{
      ours: `ours.${tag}@atelier.example`,
      id: `theirs.${tag}@museum.example`,
      at: new Date(Date.now() - 10 * hour),
    },
  };
  const at = new Date(Date.now() - 20 * hour);
  const copy = {
    ...{ at, sent: true },
    raw: written({
      id: of.ours,
      from: 'Ana <ana@atelier.example>',
      to: handle,
      date: at,
      body: 'Quick question: may I show you our work?',
    }),
  };
  const theirs = { at: of.at, raw: mail(of) };
  await fileAll(
    lease,
    user,
    ['ana@atelier.example'],
    order === 'after our copy' ? [copy, theirs] : [theirs, copy],
  );
  const [answer] = await rows<{ verdict: { reasons: { code: string }[] } }>(
    `SELECT law.verdict($1, $2, 'email', $3, NULL, NULL, true) AS verdict`,
    [contact, user.userId, addressId],
  );
  const others = await rows<{ contact: string }>(
    `SELECT DISTINCT contact_id AS contact FROM messages WHERE message_id_header = $1 AND contact_id <> $2`,
    [of.id, contact],
  );
  return {
    codes: answer?.verdict.reasons.map(({ code }) => code) ?? [],
    others: others.map((one) => one.contact),
    bystander,
  };
}

const codes: Record<Ends, string[]> = {
  unheard: ['unheard_reply'],
  silent: ['awaiting_reply'],
  suppressed: ['suppressed'],
  opted_out: ['opted_out', 'awaiting_reply'],
};

describe.each(orders)('P6, traps 10 and 12: read %s', (order) => {
  it.each(corpus.filter((one) => one.order === order))('$name: $ends', async (one) => {
    const { codes: found, others, bystander } = await play(one);
    played += 1;
    expect(found).toEqual(codes[one.ends]);
    // Never with anybody whose words they are not.
    expect(others).toEqual(one.from === 'another contact' ? [bystander] : []);
  });
});
