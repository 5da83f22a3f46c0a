import { v7 as uuid } from 'uuid';
import type { PoolClient } from 'pg';
import type { Isolation } from './answers';

/** Whatever runs SQL. */
export type Runs = Pick<PoolClient, 'query'>;

export interface Team {
  readonly owner: string;
  readonly member: string;
}

/** Somebody with an e-mail address and a LinkedIn one, and a thread on each. */
export interface Person {
  readonly id: string;
  readonly organization: string | null;
  readonly domain: string;
  readonly email: Door;
  readonly linkedin: Door;
}

interface Door {
  readonly channel: 'email' | 'linkedin';
  readonly address: string;
  readonly thread: string;
  readonly handle: string;
}

export async function aTeam(run: Runs): Promise<Team> {
  const team = { owner: uuid(), member: uuid() };
  await run.query(
    `INSERT INTO users (id, email, name, password_hash, role)
      VALUES ($1, $3, 'Nora', '-', 'owner'), ($2, $4, 'Marc', '-', 'member')`,
    [team.owner, team.member, `${team.owner}@team.example`, `${team.member}@team.example`],
  );
  return team;
}

export async function anOrganization(run: Runs): Promise<string> {
  const id = uuid();
  await run.query(`INSERT INTO organizations (id, name, name_key) VALUES ($1, 'Marea', 'marea')`, [id]);
  return id;
}

export async function aPitch(run: Runs): Promise<string> {
  const id = uuid();
  await run.query(`INSERT INTO pitches (id, name) VALUES ($1, $2)`, [id, id]);
  return id;
}

/** Somebody nobody has written to yet. */
export async function somebody(
  run: Runs,
  { organization = null, domain }: { organization?: string | null; domain?: string } = {},
): Promise<Person> {
  const id = uuid();
  const home = domain ?? `d${id.slice(-12)}.example`;
  const door = (channel: Door['channel'], handle: string): Door => ({
    ...{ channel, handle, address: uuid(), thread: uuid() },
  });
  const email = door('email', `c${id.slice(-12)}@${home}`);
  const linkedin = door('linkedin', id);
  await run.query(
    `INSERT INTO contacts (id, name, name_key, organization_id) VALUES ($1, 'Ana', 'ana', $2)`,
    [id, organization],
  );
  const addresses = [email, linkedin].map((one) => one.address);
  const channels = [email, linkedin].map((one) => one.channel);
  await run.query(
    `INSERT INTO addresses (id, contact_id, channel, handle, typed) SELECT a, $1, c, h, h FROM unnest($2::uuid[], $3::channel[], $4::text[]) AS x(a, c, h)`,
    [id, addresses, channels, [email.handle, linkedin.handle]],
  );
  await run.query(
    `INSERT INTO threads (id, contact_id, channel, address_id) SELECT t, $1, c, a FROM unnest($2::uuid[], $3::channel[], $4::uuid[]) AS x(t, c, a)`,
    [id, [email.thread, linkedin.thread], channels, addresses],
  );
  return { id, organization, domain: home, email, linkedin };
}

interface Said {
  readonly direction?: 'inbound' | 'outbound';
  readonly answers?: string | null;
  readonly body?: string;
}

/** A message that was said elsewhere, written down on LinkedIn; theirs unless said otherwise. */
export async function logged(run: Runs, person: Person, said: Said = {}): Promise<string> {
  const id = uuid();
  await run.query(
    `INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, body, answers_id, occurred_at) VALUES ($1, $2, $3, 'linkedin', $4, 'logged', $5, $6, law.clock())`,
    [
      id,
      person.id,
      person.linkedin.thread,
      said.direction ?? 'inbound',
      said.body ?? 'their words',
      said.answers ?? null,
    ],
  );
  return id;
}

export async function heard(
  run: Runs,
  person: Person,
  message: string,
  by: string,
  outcome: string,
  more: { scope?: string; until?: string; reason?: string } = {},
): Promise<string> {
  const id = uuid();
  await run.query(
    `INSERT INTO hearings (id, message_id, contact_id, heard_by_id, outcome, scope, until, reason, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'their words')`,
    [
      id,
      message,
      person.id,
      by,
      outcome,
      more.scope ?? (outcome === 'declined' ? 'person' : null),
      more.until ?? null,
      more.reason ?? null,
    ],
  );
  return id;
}

/** They say something and somebody hears it. */
export async function spoke(
  run: Runs,
  person: Person,
  by: string,
  outcome: string,
  more: { scope?: string; until?: string } = {},
): Promise<string> {
  const message = await logged(run, person);
  await heard(run, person, message, by, outcome, more);
  return message;
}

export interface Letter {
  readonly id?: string;
  readonly through?: 'email' | 'linkedin';
  readonly answers?: string | null;
  readonly pitch?: string | null;
  readonly newFact?: string | null;
  readonly via?: 'copy' | 'smtp';
  readonly referral?: string | null;
  readonly exception?: string | null;
}

const looks = `INSERT INTO looks (id, user_id, channel) SELECT gen_random_uuid(), $1, c FROM unnest(enum_range(NULL::channel)) c WHERE c <> 'in_person'`;

/** Whoever writes has listened: on every channel, just now. */
export async function listened(run: Runs, by: string): Promise<void> {
  await run.query(looks, [by]);
}

/** The gated act: a message composed here by somebody who has listened, which the law lets out or refuses. */
export async function send(run: Runs, person: Person, by: string, letter: Letter = {}): Promise<string> {
  const id = letter.id ?? uuid();
  const door = person[letter.through ?? 'email'];
  await listened(run, by);
  await run.query(
    `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body, pitch_id, answers_id, new_fact, via, referral_id, exception_id)
      VALUES ($1, $2, $3, $4, $5, 'outbound', 'composed', $6, 'ours', $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, person.id, door.thread, door.channel, door.address, by],
      ...[letter.pitch ?? null, letter.answers ?? null, letter.newFact ?? null, letter.via ?? null],
      ...[letter.referral ?? null, letter.exception ?? null],
    ],
  );
  return id;
}

/** The gated act as one text, so that no lock is held while the client is thinking. */
export async function sendInOneBreath(
  client: Runs,
  person: Person,
  by: string,
  { answers = null }: Pick<Letter, 'answers'>,
  isolation: Isolation,
): Promise<string> {
  const id = uuid();
  const { thread, channel, address } = person.email;
  const named = answers === null ? 'NULL' : `'${answers}'`;
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL ${isolation};
      ${looks.replace('$1', `'${by}'`)};
      INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body, answers_id)
        VALUES ('${id}', '${person.id}', '${thread}', '${channel}', '${address}', 'outbound', 'composed', '${by}', 'ours', ${named});
      COMMIT`,
    );
    return id;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

export async function settle(run: Runs, message: string, as: string): Promise<void> {
  await run.query(`UPDATE outbox SET state = $2 WHERE message_id = $1`, [message, as]);
}

/** Any row of messages, as raw SQL would write it; theirs, logged on LinkedIn, unless told otherwise. */
export async function written(
  run: Runs,
  person: Person,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const row: Record<string, unknown> = {
    ...{ id: uuid(), contact_id: person.id, thread_id: person.linkedin.thread, channel: 'linkedin' },
    ...{ direction: 'inbound', source: 'logged', body: 'words', ...columns },
  };
  const names = Object.keys(row);
  const places = names.map((_, at) => `$${at + 1}`);
  await run.query(`INSERT INTO messages (${names.join()}) VALUES (${places.join()})`, Object.values(row));
}
