import type { Client } from 'pg';
import type {
  Answer,
  Mark,
  Policy,
  Question,
  Reason,
  Standing,
  Step,
  Verdict,
  Who,
} from '@/tests/support/history';
import { freshCast, Impossible, users, writeCast, type Play } from './database-cast';
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

  static async open(app: Client, policy: Policy, start: Date): Promise<DatabaseHouse> {
    const cast = freshCast();
    await writeCast(app, cast, policy, start);
    return new DatabaseHouse({
      ...{ app, cast, now: start },
      ...{ messages: new Map(), grants: new Map(), referrals: new Map() },
    });
  }

  async play(step: Step, at: number): Promise<Answer> {
    const { app, messages, grants, referrals } = this.current;
    try {
      await app.query('BEGIN');
      await act(this.current, step, at);
      await app.query('COMMIT');
      return { is: 'done' };
    } catch (error) {
      await app.query('ROLLBACK');
      for (const kept of [messages, grants, referrals]) kept.delete(at);
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
    const { app, cast, messages, grants, referrals } = this.current;
    const rows = await app.query<{ v: RawVerdict }>(
      `SELECT law.verdict(c, u, ch, a, p, r, f, NULL, ref, ex) AS v
        FROM unnest($1::uuid[], $2::uuid[], $3::channel[], $4::uuid[], $5::uuid[], $6::uuid[], $7::boolean[], $8::uuid[], $9::uuid[])
        WITH ORDINALITY AS q(c, u, ch, a, p, r, f, ref, ex, n) ORDER BY n`,
      [
        questions.map((q) => cast.contacts[q.who]),
        questions.map((q) => cast.users[q.by]),
        questions.map((q) => q.channel),
        questions.map((q) => cast.addresses.get(`${q.at ?? q.who}${q.channel}`) ?? null),
        questions.map((q) => (q.pitch === undefined ? null : cast.pitches[q.pitch])),
        questions.map((q) => (q.answers === undefined ? null : (messages.get(q.answers)?.id ?? null))),
        questions.map((q) => q.newFact),
        questions.map((q) => (q.referral === undefined ? null : (referrals.get(q.referral) ?? null))),
        questions.map((q) => (q.exception === undefined ? null : (grants.get(q.exception) ?? null))),
      ],
    );
    return rows.rows.map(({ v }) => verdictOf(v));
  }

  async standing(who: Who): Promise<Standing> {
    const { app, cast } = this.current;
    const found = await app.query<Omit<Standing, 'holder'> & { holder: string | null }>(
      `SELECT CASE WHEN law.ended(s, law.clock()) THEN 'nobody' WHEN law.clock() < s.promised_until THEN 'ours' ELSE turn END AS turn,
        unheard, unanswered, owed, law.in_conversation(s.contact_id) AS holder FROM standing s WHERE contact_id = $1`,
      [cast.contacts[who]],
    );
    const [standing] = found.rows;
    if (standing === undefined) throw new Error('no standing');
    return { ...standing, holder: users.find((one) => cast.users[one] === standing.holder) ?? null };
  }

  /** As the law judges it now. */
  async mark(message: number): Promise<Mark | null> {
    const id = this.current.messages.get(message)?.id;
    const found = await this.current.app.query<{ judged: Mark | null }>(
      'SELECT k.judged FROM messages m, LATERAL law.marks(m.contact_id) k WHERE m.id = $1 AND k.message_id = m.id',
      [id],
    );
    return found.rows[0]?.judged ?? null;
  }

  /** Every message of ours of this cast: the step that made it, its mark as judged now, and whether its row says the same. */
  async marks(): Promise<{ message: number; mark: Mark | null; stored: boolean }[]> {
    const { app, cast, messages } = this.current;
    const found = await app.query<{ id: string; judged: Mark | null; stored: boolean }>(
      `SELECT k.message_id AS id, k.judged, k.judged IS NOT DISTINCT FROM k.stored AS stored
        FROM unnest($1::uuid[]) c, LATERAL law.marks(c) k`,
      [[...cast.contacts, ...cast.crowd]],
    );
    const steps = new Map([...messages].map(([step, { id }]) => [id, step]));
    return found.rows
      .flatMap(({ id, judged, stored }) => {
        const message = steps.get(id);
        return message === undefined ? [] : [{ message, mark: judged, stored }];
      })
      .sort((a, b) => a.message - b.message);
  }

  async mayLeave(message: number): Promise<Verdict | null> {
    const found = await this.current.app.query<{ v: RawVerdict }>(
      `SELECT law.verdict(m.contact_id, m.author_id, m.channel, m.address_id, m.pitch_id, m.answers_id, m.new_fact IS NOT NULL, m.id, m.referral_id, m.exception_id) AS v
        FROM messages m JOIN outbox o ON o.message_id = m.id WHERE m.id = $1 AND o.state IN ('queued', 'sending')`,
      [this.current.messages.get(message)?.id],
    );
    const [row] = found.rows;
    return row ? verdictOf(row.v) : null;
  }

  /** Contacts of this cast whose stored standing is not what their rows add up to. */
  async differing(): Promise<number> {
    const { app, cast } = this.current;
    const found = await app.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM contacts c WHERE c.id = ANY ($1) AND c.merged_into_id IS NULL AND law.standing_differs(c.id)`,
      [[...cast.contacts, ...cast.crowd]],
    );
    return found.rows[0]?.n ?? -1;
  }
}

interface RawVerdict {
  readonly allowed: boolean;
  readonly purpose: Verdict['purpose'];
  readonly reasons: readonly { readonly code: Reason }[];
  readonly warnings: readonly { readonly code: Reason }[];
}

const codesOf = (reasons: readonly { readonly code: Reason }[]) => [
  ...new Set(reasons.map(({ code }) => code)),
];

/** What cannot be used is an error of sending, and none of the warnings of the law. */
const verdictOf = ({ allowed, purpose, reasons, warnings }: RawVerdict): Verdict => ({
  ...{ allowed, purpose, reasons: codesOf(reasons) },
  warnings: codesOf(warnings).filter((code) => String(code) !== 'not_usable'),
});

function answerOf(error: unknown): Answer {
  if (error instanceof Impossible) return { is: 'impossible' };
  if (error instanceof Error && 'code' in error && (error.code === 'P0G02' || error.code === '23514'))
    return { is: 'impossible' };
  if (
    error instanceof Error &&
    'code' in error &&
    error.code === 'P0G01' &&
    'detail' in error &&
    typeof error.detail === 'string'
  ) {
    const verdict = JSON.parse(error.detail) as RawVerdict;
    return { is: 'refused', purpose: verdict.purpose, reasons: codesOf(verdict.reasons) };
  }
  throw error;
}
