import type { Client } from 'pg';
import type { Answer, By, Policy, Question, Standing, Step, Verdict, Who } from '@/tests/support/history';
import { freshCast, Impossible, writeCast, type Play } from './database-cast';
import { act } from './database-steps';

/** Makes the test's database tell the time by the session's setting instead of the clock of the machine. */
export async function letTheTestTellTheTime(owner: Client): Promise<void> {
  await owner.query(`CREATE OR REPLACE FUNCTION law.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS
    $$ SELECT current_setting('earshot.test_clock')::timestamptz $$`);
}

/**
 * The house as it stands in Postgres: every step is what the application would run, as the application's
 * role.
 */
export class DatabaseHouse {
  private constructor(private readonly current: Play) {}

  static async open(
    app: Client,
    users: Readonly<Record<By, string>>,
    policy: Policy,
    start: Date,
  ): Promise<DatabaseHouse> {
    const cast = freshCast();
    await writeCast(app, cast, policy, start);
    return new DatabaseHouse({ app, cast, users, messages: new Map(), now: start });
  }

  async play(step: Step, at: number): Promise<Answer> {
    const { app } = this.current;
    const many = step.do === 'lift_rest';
    try {
      if (many) await app.query('BEGIN');
      await act(this.current, step, at);
      if (many) await app.query('COMMIT');
      return { is: 'done' };
    } catch (error) {
      if (many) await app.query('ROLLBACK');
      this.current.messages.delete(at);
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
    const rows = await this.current.app.query<{ v: RawVerdict }>(
      `SELECT law.verdict(c, u, ch, a, p, r, f) AS v FROM unnest($1::uuid[], $2::uuid[], $3::channel[], $4::uuid[], $5::uuid[], $6::uuid[], $7::boolean[])
        WITH ORDINALITY AS q(c, u, ch, a, p, r, f, n) ORDER BY n`,
      [
        questions.map((q) => this.current.cast.contacts[q.who]),
        questions.map((q) => this.current.users[q.by]),
        questions.map((q) => q.channel),
        questions.map((q) => this.current.cast.addresses.get(`${q.who}${q.channel}`)),
        questions.map((q) => (q.pitch === undefined ? null : this.current.cast.pitches[q.pitch])),
        questions.map((q) =>
          q.answers === undefined ? null : (this.current.messages.get(q.answers)?.id ?? null),
        ),
        questions.map((q) => q.newFact),
      ],
    );
    return rows.rows.map(({ v }) => ({ allowed: v.allowed, purpose: v.purpose, reasons: codesOf(v) }));
  }

  async standing(who: Who): Promise<Standing> {
    const found = await this.current.app.query<Standing>(
      `SELECT CASE WHEN law.ended(s, law.clock()) THEN 'nobody' ELSE turn END AS turn, unheard, unanswered, owed FROM standing s WHERE contact_id = $1`,
      [this.current.cast.contacts[who]],
    );
    const [standing] = found.rows;
    if (standing === undefined) throw new Error('no standing');
    return standing;
  }

  /** Contacts of this cast whose stored standing is not what their rows add up to. */
  async differing(): Promise<number> {
    const found = await this.current.app.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM unnest($1::uuid[]) c WHERE law.standing_differs(c)`,
      [this.current.cast.contacts],
    );
    return found.rows[0]?.n ?? -1;
  }
}

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
  if (
    error instanceof Error &&
    'code' in error &&
    error.code === 'P0G01' &&
    'detail' in error &&
    typeof error.detail === 'string'
  ) {
    const verdict = JSON.parse(error.detail) as RawVerdict;
    return { is: 'refused', purpose: verdict.purpose, reasons: codesOf(verdict) };
  }
  throw error;
}
