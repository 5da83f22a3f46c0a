import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import type { By, Channel, Policy, Who } from '@/tests/support/history';

/** What a step may name: the rows behind the words of a history. */
export interface Cast {
  readonly contacts: readonly string[];
  readonly organizations: readonly string[];
  readonly pitches: readonly string[];
  readonly domains: Readonly<Record<string, string>>;
  readonly threads: Map<string, string>;
  readonly addresses: Map<string, string>;
  readonly suppressions: Map<string, string>;
}

/** One history being played: its rows, its users, its hour. Messages are named by the step that made them. */
export interface Play {
  readonly app: Client;
  readonly cast: Cast;
  readonly users: Readonly<Record<By, string>>;
  readonly messages: Map<number, { id: string; contact: string; direction: 'inbound' | 'outbound' }>;
  now: Date;
}

/** The driver itself sees that a step names what does not exist. */
export class Impossible extends Error {}

/** A fresh cast with domains of its own, so that histories share one database. */
export function freshCast(): Cast {
  const mark = uuid().slice(-12);
  return {
    contacts: [uuid(), uuid(), uuid()],
    organizations: [uuid(), uuid()],
    pitches: [uuid(), uuid()],
    domains: {
      'org0.example': `org0.h${mark}.example`,
      'free.example': `free.h${mark}.example`,
      example: `h${mark}.example`,
    },
    threads: new Map(),
    addresses: new Map(),
    suppressions: new Map(),
  };
}

/** Writes the cast, the policy and the hour, as the application's role. */
export async function writeCast(app: Client, cast: Cast, policy: Policy, start: Date): Promise<void> {
  await app.query(`SELECT set_config('earshot.test_clock', $1, false)`, [start.toISOString()]);
  await app.query(
    `UPDATE policy SET time_zone = $1, follow_ups_never_answered = $2, follow_ups_in_conversation = $3`,
    ['UTC', policy.followUpsNeverAnswered, policy.followUpsInConversation],
  );
  await app.query(
    `INSERT INTO organizations (id, name, name_key) SELECT o, 'O', 'o' FROM unnest($1::uuid[]) o`,
    [cast.organizations],
  );
  await app.query(`INSERT INTO pitches (id, name) SELECT p, p::text FROM unnest($1::uuid[]) p`, [
    cast.pitches,
  ]);
  await app.query(
    `INSERT INTO contacts (id, name, name_key, organization_id) SELECT c, 'C', 'c', o FROM unnest($1::uuid[], $2::uuid[]) AS x(c, o)`,
    [cast.contacts, [cast.organizations[0], cast.organizations[0], null]],
  );
  const places = ([0, 1, 2] as const).flatMap((who) =>
    (['email', 'linkedin'] as const).map((channel) => place(cast, who, channel)),
  );
  await app.query(
    `INSERT INTO addresses (id, contact_id, channel, handle, typed) SELECT a, c, ch, h, h FROM unnest($1::uuid[], $2::uuid[], $3::channel[], $4::text[]) AS x(a, c, ch, h)`,
    [
      places.map((p) => p.address),
      places.map((p) => p.contact),
      places.map((p) => p.channel),
      places.map((p) => p.handle),
    ],
  );
  await app.query(
    `INSERT INTO threads (id, contact_id, channel, address_id) SELECT t, c, ch, a FROM unnest($1::uuid[], $2::uuid[], $3::channel[], $4::uuid[]) AS x(t, c, ch, a)`,
    [
      places.map((p) => p.thread),
      places.map((p) => p.contact),
      places.map((p) => p.channel),
      places.map((p) => p.address),
    ],
  );
}

function place(cast: Cast, who: Who, channel: Channel) {
  const [contact, address, thread] = [cast.contacts[who] ?? '', uuid(), uuid()];
  const domain = cast.domains[who === 2 ? 'free.example' : 'org0.example'] ?? '';
  const handle = channel === 'email' ? `c${who}@${domain}` : `c${who}-${address}`;
  cast.addresses.set(`${who}${channel}`, address);
  cast.threads.set(`${who}${channel}`, thread);
  return { contact, address, thread, channel, handle };
}
