import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import type { By, Channel, Domain, Policy, Who } from '@/tests/support/history';

export const users = ['owner', 'member', 'colleague'] as const;
export const channels = ['email', 'linkedin', 'phone', 'whatsapp'] as const;

/** What a step may name: the rows behind the words of a history. */
export interface Cast {
  readonly contacts: readonly string[];
  readonly crowd: string[];
  readonly organizations: readonly string[];
  readonly pitches: readonly string[];
  readonly users: Readonly<Record<By, string>>;
  readonly domains: Readonly<Record<Domain | 'example', string>>;
  readonly threads: Map<string, string>;
  readonly addresses: Map<string, string>;
  /** Suppressions of domains in force, by domain. */
  readonly shut: Map<string, string>;
}

export interface Recorded {
  readonly id: string;
  readonly contact: string;
  readonly direction: 'inbound' | 'outbound';
}

/** One history being played: its rows, its hour. Messages, grants and referrals are named by the step that made them. */
export interface Play {
  readonly app: Client;
  readonly cast: Cast;
  readonly messages: Map<number, Recorded>;
  readonly grants: Map<number, string>;
  readonly referrals: Map<number, string>;
  now: Date;
}

/** The driver itself sees that a step names what does not exist. */
export class Impossible extends Error {}

/** A fresh cast with users and domains of its own, so that histories share one database. */
export function freshCast(): Cast {
  const mark = uuid().slice(-12);
  return {
    contacts: [uuid(), uuid(), uuid(), uuid()],
    crowd: [],
    organizations: [uuid(), uuid()],
    pitches: [uuid(), uuid()],
    users: { owner: uuid(), member: uuid(), colleague: uuid() },
    domains: {
      'org0.example': `org0.h${mark}.example`,
      'org1.example': `org1.h${mark}.example`,
      'free.example': `free.h${mark}.example`,
      example: `h${mark}.example`,
    },
    threads: new Map(),
    addresses: new Map(),
    shut: new Map(),
  };
}

/** Writes the cast, the policy and the hour, as the application's role. Accounts of earlier histories are closed. */
export async function writeCast(app: Client, cast: Cast, policy: Policy, start: Date): Promise<void> {
  await app.query(`SELECT set_config('earshot.test_clock', $1, false)`, [start.toISOString()]);
  await app.query('UPDATE users SET closed_at = $1 WHERE closed_at IS NULL', [start]);
  await app.query(
    `INSERT INTO users (id, email, name, password_hash, role) SELECT u, u || '@team.example', r, '-', CASE r WHEN 'owner' THEN 'owner' ELSE 'member' END::role
      FROM unnest($1::uuid[], $2::text[]) x(u, r)`,
    [users.map((one) => cast.users[one]), users],
  );
  await app.query(
    `INSERT INTO mailboxes (id, user_id, email, created_at) SELECT gen_random_uuid(), u, u || '@team.example', $2 FROM unnest($1::uuid[]) u`,
    [[cast.users.owner, cast.users.member], start],
  );
  await app.query(
    `UPDATE policy SET time_zone = 'UTC', follow_ups_never_answered = $1, follow_ups_in_conversation = $2, invitation_needed = $3`,
    [policy.followUpsNeverAnswered, policy.followUpsInConversation, policy.invitationNeeded],
  );
  await app.query(
    `INSERT INTO organizations (id, name, name_key) SELECT o, 'O', 'o' FROM unnest($1::uuid[]) o`,
    [cast.organizations],
  );
  await app.query(`INSERT INTO pitches (id, name) SELECT p, p::text FROM unnest($1::uuid[]) p`, [
    cast.pitches,
  ]);
  const [first] = cast.organizations;
  await writeContact(app, cast, 0, 'org0.example', first ?? null, start);
  await writeContact(app, cast, 1, 'org0.example', first ?? null, start);
  await writeContact(app, cast, 2, 'free.example', null, start);
}

/** One person with an address and a thread on every channel; the telephone and WhatsApp are one number. */
export async function writeContact(
  app: Client,
  cast: Cast,
  who: Who,
  domain: Domain,
  organization: string | null,
  came: Date,
): Promise<void> {
  const id = cast.contacts[who];
  const number = `+34${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
  const handles: Readonly<Record<(typeof channels)[number], string>> = {
    email: `c${who}@${cast.domains[domain]}`,
    linkedin: `c${who}-${uuid()}`,
    phone: number,
    whatsapp: number,
  };
  await app.query(
    `INSERT INTO contacts (id, name, name_key, organization_id, created_at) VALUES ($1, 'C', 'c', $2, $3)`,
    [id, organization, came],
  );
  for (const channel of channels) cast.addresses.set(`${who}${channel}`, uuid());
  await app.query(
    `INSERT INTO addresses (id, contact_id, channel, handle, typed) SELECT a, $1, ch, h, h FROM unnest($2::uuid[], $3::channel[], $4::text[]) AS x(a, ch, h)`,
    [
      id,
      channels.map((one) => cast.addresses.get(`${who}${one}`)),
      channels,
      channels.map((one) => handles[one]),
    ],
  );
  const everywhere: readonly Channel[] = [...channels, 'in_person'];
  for (const channel of everywhere) cast.threads.set(`${who}${channel}`, uuid());
  await app.query(
    `INSERT INTO threads (id, contact_id, channel) SELECT t, $1, ch FROM unnest($2::uuid[], $3::channel[]) AS x(t, ch)`,
    [id, everywhere.map((one) => cast.threads.get(`${who}${one}`)), everywhere],
  );
}
