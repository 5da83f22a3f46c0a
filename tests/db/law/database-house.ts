import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import type { Answer, By, Channel, Policy, Question, Standing, Step, Verdict, Who } from '@/tests/support/history';

/** Where a history begins: the model and the database count time from the same instant. */
const zoneless = 'UTC';

interface Cast {
  readonly contacts: readonly string[];
  readonly organizations: readonly string[];
  readonly pitches: readonly string[];
  readonly domains: Readonly<Record<string, string>>;
  readonly threads: Map<string, string>;
  readonly addresses: Map<string, string>;
  readonly suppressions: Map<string, string>;
}

/** Makes the test's database tell the time by the session's setting instead of the clock of the machine. */
export async function letTheTestTellTheTime(owner: Client): Promise<void> {
  await owner.query(`CREATE OR REPLACE FUNCTION law.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS
    $$ SELECT current_setting('earshot.test_clock')::timestamptz $$`);
}

/**
 * The house as it stands in Postgres: every step is what the application would run, as the application's
 * role; nothing here decides anything.
 */
export class DatabaseHouse {
  private readonly messages = new Map<number, { id: string; contact: string }>();
  private now: Date;

  private constructor(
    private readonly app: Client,
    private readonly cast: Cast,
    private readonly users: Readonly<Record<By, string>>,
    start: Date,
  ) {
    this.now = start;
  }

  /** Opens a fresh cast. Every history has its own domains, so that histories share one database. */
  static async open(app: Client, users: Readonly<Record<By, string>>, policy: Policy, start: Date): Promise<DatabaseHouse> {
    const cast = freshCast();
    await app.query(`SELECT set_config('earshot.test_clock', $1, false)`, [start.toISOString()]);
    await app.query(`UPDATE policy SET time_zone = $1, follow_ups_never_answered = $2, follow_ups_in_conversation = $3`, [
      zoneless,
      policy.followUpsNeverAnswered,
      policy.followUpsInConversation,
    ]);
    await app.query(`INSERT INTO organizations (id, name, name_key) SELECT o, 'O', 'o' FROM unnest($1::uuid[]) o`, [cast.organizations]);
    await app.query(`INSERT INTO pitches (id, name) SELECT p, p::text FROM unnest($1::uuid[]) p`, [cast.pitches]);
    await app.query(
      `INSERT INTO contacts (id, name, name_key, organization_id) SELECT c, 'C', 'c', o FROM unnest($1::uuid[], $2::uuid[]) AS x(c, o)`,
      [cast.contacts, [cast.organizations[0], cast.organizations[0], null]],
    );
    const places = ([0, 1, 2] as const).flatMap((who) => (['email', 'linkedin'] as const).map((channel) => place(cast, who, channel)));
    await app.query(
      `INSERT INTO addresses (id, contact_id, channel, handle, typed) SELECT a, c, ch, h, h FROM unnest($1::uuid[], $2::uuid[], $3::channel[], $4::text[]) AS x(a, c, ch, h)`,
      [places.map((p) => p.address), places.map((p) => p.contact), places.map((p) => p.channel), places.map((p) => p.handle)],
    );
    await app.query(
      `INSERT INTO threads (id, contact_id, channel, address_id) SELECT t, c, ch, a FROM unnest($1::uuid[], $2::uuid[], $3::channel[], $4::uuid[]) AS x(t, c, ch, a)`,
      [places.map((p) => p.thread), places.map((p) => p.contact), places.map((p) => p.channel), places.map((p) => p.address)],
    );
    return new DatabaseHouse(app, cast, users, start);
  }

  async play(step: Step, at: number): Promise<Answer> {
    const many = step.do === 'send' || step.do === 'lift_rest';
    try {
      if (many) await this.app.query('BEGIN');
      await this.act(step, at);
      if (many) await this.app.query('COMMIT');
      return { is: 'done' };
    } catch (error) {
      if (many) await this.app.query('ROLLBACK');
      this.messages.delete(at);
      return answerOf(error);
    }
  }

  async ask(question: Question): Promise<Verdict> {
    const [verdict] = await this.askAll([question]);
    if (verdict === undefined) throw new Error('the law said nothing');
    return verdict;
  }

  /** All questions in one statement. */
  async askAll(questions: readonly Question[]): Promise<Verdict[]> {
    const rows = await this.app.query<{ v: RawVerdict }>(
      `SELECT law.verdict(c, u, ch, a, p, r, f) AS v FROM unnest($1::uuid[], $2::uuid[], $3::channel[], $4::uuid[], $5::uuid[], $6::uuid[], $7::boolean[])
        WITH ORDINALITY AS q(c, u, ch, a, p, r, f, n) ORDER BY n`,
      [
        questions.map((q) => this.cast.contacts[q.who]),
        questions.map((q) => this.users[q.by]),
        questions.map((q) => q.channel),
        questions.map((q) => this.cast.addresses.get(`${q.who}${q.channel}`)),
        questions.map((q) => (q.pitch === undefined ? null : this.cast.pitches[q.pitch])),
        questions.map((q) => this.messageOrNull(q.answers)),
        questions.map((q) => q.newFact),
      ],
    );
    return rows.rows.map(({ v }) => ({ allowed: v.allowed, purpose: v.purpose, reasons: codesOf(v) }));
  }

  async standing(who: Who): Promise<Standing> {
    const found = await this.app.query<Standing>(`SELECT CASE WHEN law.ended(s, law.clock()) THEN 'nobody' ELSE turn END AS turn, unheard, unanswered, owed FROM standing s WHERE contact_id = $1`, [this.cast.contacts[who]]);
    const [standing] = found.rows;
    if (standing === undefined) throw new Error('no standing');
    return standing;
  }

  /** Contacts of this cast whose stored standing is not what their rows add up to. */
  async differing(): Promise<number> {
    const found = await this.app.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM unnest($1::uuid[]) c WHERE law.standing_differs(c)`,
      [this.cast.contacts],
    );
    return found.rows[0]?.n ?? -1;
  }

  contacts(): readonly string[] {
    return this.cast.contacts;
  }

  private async act(step: Step, at: number): Promise<void> {
    const run = (sql: string, values: readonly unknown[]) => this.app.query(sql, [...values]);
    switch (step.do) {
      case 'pass':
        this.now = new Date(this.now.getTime() + step.hours * 3_600_000);
        await run(`SELECT set_config('earshot.test_clock', $1, false)`, [this.now.toISOString()]);
        return;
      case 'log_in':
        await run(
          `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, occurred_at, day_only, body, in_reply_to_id, recorded_by_id)
            VALUES ($1, $2, $3, $4, $5, 'inbound', 'logged', $6, $7, $8, 'theirs', $9, $10)`,
          [...this.place(at, step.who, step.channel), step.kind, this.ago(step.hoursAgo), step.dayOnly, this.reference(step.inReplyTo, 'outbound'), this.users.owner],
        );
        return;
      case 'log_out':
        await run(
          `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, occurred_at, day_only, body, pitch_id, answers_id, author_id, recorded_by_id)
            VALUES ($1, $2, $3, $4, $5, 'outbound', 'logged', $6, $7, 'ours', $8, $9, $10, $10)`,
          [...this.place(at, step.who, step.channel), this.ago(step.hoursAgo), step.dayOnly, this.pitch(step.pitch), this.reference(step.answers), this.users.owner],
        );
        return;
      case 'hear':
        await run(
          `INSERT INTO hearings (id, message_id, contact_id, heard_by_id, outcome, scope, pitch_id, until, words, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'their words', $9)`,
          [
            uuid(), this.reference(step.message), this.contactOf(step.message), this.users[step.by], step.outcome,
            step.outcome === 'declined' ? (step.scope ?? 'person') : null, this.pitch(step.pitch),
            step.untilHours === undefined ? null : this.ago(-step.untilHours).toISOString().slice(0, 10),
            step.by === 'owner' ? 'heard again' : null,
          ],
        );
        return;
      case 'send': {
        const place = this.place(at, step.who, step.channel);
        await run(
          `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, body, pitch_id, answers_id, new_fact)
            VALUES ($1, $2, $3, $4, $5, 'outbound', 'composed', $6, 'ours', $7, $8, $9)`,
          [...place, this.users[step.by], this.pitch(step.pitch), this.reference(step.answers), step.newFact ? 'a new fact' : null],
        );
        await run(`INSERT INTO outbox (message_id, contact_id, address_id, via, queued_by_id) VALUES ($1, $2, $3, 'copy', $4)`, [
          place[0], place[1], place[4], this.users[step.by],
        ]);
        return;
      }
      case 'settle': {
        const done = await run(`UPDATE outbox SET state = $2 WHERE message_id = $1`, [this.reference(step.message), step.as]);
        if (done.rowCount !== 1) throw new Impossible();
        return;
      }
      case 'done':
        await run(`INSERT INTO endings (id, contact_id, kind, recorded_by_id) VALUES ($1, $2, 'done', $3)`, [uuid(), this.cast.contacts[step.who], this.users[step.by]]);
        return;
      case 'rest':
        await run(`INSERT INTO rests (id, contact_id, said_by, until, recorded_by_id) VALUES ($1, $2, 'us', $3, $4)`, [
          uuid(), this.cast.contacts[step.who], this.ago(-24 * step.days), this.users[step.by],
        ]);
        return;
      case 'lift_rest': {
        const ours = await run(`SELECT id FROM rests WHERE contact_id = $1 AND said_by = 'us' AND lifted_at IS NULL AND until > $2
          AND NOT EXISTS (SELECT FROM messages m WHERE m.contact_id = rests.contact_id AND m.direction = 'inbound' AND m.kind = 'human' AND m.recorded_seq > rests.recorded_seq
            AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = m.id))`, [this.cast.contacts[step.who], this.now]);
        if (ours.rowCount === 0) throw new Impossible();
        for (const rest of ours.rows) await run(`SELECT law.lift_rest($1, $2)`, [rest.id, this.users[step.by]]);
        return;
      }
      case 'suppress': {
        const made = await run(
          `SELECT law.suppress_address(channel, handle, 'by_hand', $2, 'asked') AS id FROM addresses WHERE id = $1`,
          [this.cast.addresses.get(`${step.who}${step.channel}`), this.users.owner],
        );
        this.cast.suppressions.set(`${step.who}${step.channel}`, made.rows[0].id);
        return;
      }
      case 'unsuppress': {
        const suppression = this.cast.suppressions.get(`${step.who}${step.channel}`);
        if (suppression === undefined) throw new Impossible();
        await run(`SELECT law.lift_suppression($1, $2, 'they asked')`, [suppression, this.users.owner]);
        return;
      }
      case 'suppress_domain':
        await run(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [this.cast.domains[step.domain], this.users.owner]);
        return;
      case 'retire':
        await run(`SELECT law.retire_address($1, $2)`, [this.cast.addresses.get(`${step.who}${step.channel}`), this.users.owner]);
        return;
      case 'retract':
        await run(`SELECT law.retract($1, $2, 'wrongly logged')`, [this.reference(step.message), this.users.owner]);
        return;
      case 'move': {
        const moved = await run(`UPDATE contacts SET organization_id = $2 WHERE id = $1 AND organization_id IS DISTINCT FROM $2`, [
          this.cast.contacts[step.who], step.to === null ? null : this.cast.organizations[step.to],
        ]);
        if (moved.rowCount !== 1) throw new Impossible();
      }
    }
  }

  private place(at: number, who: Who, channel: Channel): [string, string, string | undefined, Channel, string | undefined] {
    const [id, contact] = [uuid(), this.cast.contacts[who] ?? ''];
    this.messages.set(at, { id, contact });
    return [id, contact, this.cast.threads.get(`${who}${channel}`), channel, this.cast.addresses.get(`${who}${channel}`)];
  }

  private ago(hours: number): Date {
    return new Date(this.now.getTime() - hours * 3_600_000);
  }

  private pitch(pitch: number | undefined): string | null {
    return pitch === undefined ? null : (this.cast.pitches[pitch] ?? null);
  }

  private messageOrNull(step: number | undefined): string | null {
    return step === undefined ? null : (this.messages.get(step)?.id ?? null);
  }

  private reference(step: number | undefined, _direction?: 'outbound'): string | null {
    if (step === undefined) return null;
    const message = this.messages.get(step);
    if (message === undefined) throw new Impossible();
    return message.id;
  }

  private contactOf(step: number): string {
    return this.messages.get(step)?.contact ?? uuid();
  }
}

function place(cast: Cast, who: Who, channel: Channel) {
  const [contact, address, thread] = [cast.contacts[who] ?? '', uuid(), uuid()];
  const domain = cast.domains[who === 2 ? 'free.example' : 'org0.example'] ?? '';
  const handle = channel === 'email' ? `c${who}@${domain}` : `c${who}-${address}`;
  cast.addresses.set(`${who}${channel}`, address);
  cast.threads.set(`${who}${channel}`, thread);
  return { contact, address, thread, channel, handle };
}

/** The driver itself sees that a step names what does not exist. */
class Impossible extends Error {}

interface RawVerdict {
  readonly allowed: boolean;
  readonly purpose: Verdict['purpose'];
  readonly reasons: readonly { readonly code: string }[];
}

function codesOf(verdict: RawVerdict): string[] {
  return [...new Set(verdict.reasons.map((reason) => reason.code))];
}

function answerOf(error: unknown): Answer {
  if (error instanceof Impossible) return { is: 'impossible' };
  if (error instanceof Error && 'code' in error && error.code === 'P0G02') return { is: 'impossible' };
  if (error instanceof Error && 'code' in error && error.code === 'P0G01' && 'detail' in error && typeof error.detail === 'string') {
    const verdict = JSON.parse(error.detail) as RawVerdict;
    return { is: 'refused', purpose: verdict.purpose, reasons: codesOf(verdict) };
  }
  throw error;
}

function freshCast(): Cast {
  const mark = uuid().slice(-12);
  return {
    contacts: [uuid(), uuid(), uuid()],
    organizations: [uuid(), uuid()],
    pitches: [uuid(), uuid()],
    domains: { 'org0.example': `org0.h${mark}.example`, 'free.example': `free.h${mark}.example`, example: `h${mark}.example` },
    threads: new Map(),
    addresses: new Map(),
    suppressions: new Map(),
  };
}
