import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { Lease } from '@/lib/sync/lease/mutations';
import type { Ears } from '@/lib/sync/listening/listener';
import { written } from '@/tests/support/mail/letters';
import type { Line, Lying } from '@/tests/support/mail/imap-server';
import { aMailbox, anAddress, held, readEverything, timelineOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact } from '@/tests/support/talk';

/** What lies on a server, whatever server it is. */
export interface Lies {
  uids(path: string): number[] | Promise<number[]>;
  raws(path: string): string[] | Promise<string[]>;
}

const start = Date.UTC(2026, 2, 2, 9);
export const at = (minutes: number) => new Date(start + minutes * 60_000);
const minutesIn = (texts: readonly string[]) =>
  texts.flatMap((text) => /at minute (\d+),/.exec(text)?.[1] ?? []).map(Number);
const ascending = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);

/** Somebody with a mailbox and somebody who writes there. Every mail says at which minute it was written. */
export interface Scene {
  readonly user: Writer;
  readonly lease: Lease;
  readonly contact: string;
  readonly handle: string;
  readonly email: string;
}

let n = 0;

export async function aScene(): Promise<Scene> {
  n += 1;
  const [email, handle] = [`ana${n}@atelier.example`, `eva${n}@museum.example`];
  const user = await aMember();
  const lease = await held(await aMailbox(user, { email }));
  const contact = await aContact();
  await anAddress(contact, handle);
  return { user, lease, contact, handle, email };
}

/** A mail of theirs (0), ours (1), or a stranger's (2), in turn unless one says whose. */
export function aMail(
  { handle, email }: Scene,
  minute: number,
  { id = `m${minute}.${email}`, who = minute % 3 }: { id?: string | null; who?: number } = {},
) {
  const people = [
    { from: `Eva <${handle}>`, to: email },
    { from: `Ana <${email}>`, to: handle },
    { from: `Shop <news${minute}@shop.example>`, to: email, headers: ['List-Id: <news.shop.example>'] },
  ];
  const said = { date: at(minute), body: `What I say at minute ${minute}, in words.\nAnd a second line.` };
  return { at: at(minute), raw: written({ ...(id ? { id } : {}), from: '', ...people[who], ...said }) };
}

/** Nothing is missing, and nothing is there twice. */
export const whole = { unseen: [], notThere: [], missing: [], doubles: [] };

/**
 * The sets held against each other, by nothing that reads mail: the UIDs on the server and the sightings here that are
 * not known to be gone (what only waits to be read is none), the contact's mails there and their messages here.
 */
export async function difference({ lease, contact, handle }: Scene, server: Lies) {
  const [unseen, notThere, there]: [string[], string[], string[]] = [[], [], []];
  for (const path of ['INBOX', 'Sent', 'Archive']) {
    const uids = new Set(await server.uids(path));
    const seen = new Set(await seenIn(lease, path));
    unseen.push(...[...uids].filter((uid) => !seen.has(uid)).map((uid) => `${path} ${uid}`));
    notThere.push(...[...seen].filter((uid) => !uids.has(uid)).map((uid) => `${path} ${uid}`));
    there.push(...(await server.raws(path)).filter((raw) => raw.includes(handle)));
  }
  const kept = minutesIn((await timelineOf(contact)).map(({ body }) => body));
  const once = new Set(kept);
  return {
    ...{ unseen, notThere },
    missing: ascending(new Set(minutesIn(there).filter((minute) => !once.has(minute)))),
    doubles: ascending(kept.filter((minute, place) => kept.indexOf(minute) !== place)),
  };
}

async function seenIn({ mailboxId }: Lease, path: string): Promise<number[]> {
  const found = await rows<{ uid: number }>(
    `SELECT s.uid::float8 AS uid FROM sightings s JOIN mailbox_folders f ON f.id = s.folder_id AND f.uidvalidity = s.uidvalidity
    WHERE f.mailbox_id = $1 AND f.path = $2 AND s.gone_at IS NULL AND NOT (s.result = 'skipped' AND s.wanted)`,
    [mailboxId, path],
  );
  return found.map(({ uid }) => uid);
}

/** Numbers that look random, the same each time. */
function dice(seed: number): () => number {
  let at = seed;
  return () => (at = (at * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Reads on and on while mail comes, until the connection was cut twenty times at random bytes; and then in peace. */
export async function readThroughCuts(
  scene: Scene,
  { line, ears, deliver }: { line: Line; ears: Ears; deliver: (path: string, mail: Lying) => unknown },
): Promise<void> {
  const random = dice(11);
  for (let minute = 0; line.cuts < 20; minute += 3) {
    for (const who of [0, 1, 2]) await deliver(who === 1 ? 'Sent' : 'INBOX', aMail(scene, minute + who));
    line.cutAfter = 400 + Math.floor(random() * 6_000);
    await readEverything(ears, scene.lease).catch(() => undefined);
  }
  line.cutAfter = null;
  // A server may end a connection for reasons of its own: then it is opened again, as the worker does.
  await readEverything(ears, scene.lease).catch(() => readEverything(ears, scene.lease));
}
