import { describe, expect, it } from 'vitest';
import { answerTo } from './answers';
import { aScene } from './scene';

const scene = aScene();
const denied = '42501';

describe('What the law keeps of itself and of the team', () => {
  it.each([
    [`SELECT law.decide(m, NULL, '{}') FROM messages m`],
    [`SELECT law.let_out(m) FROM messages m`],
    [`SELECT law.comes_with(m) FROM messages m`],
    [`SELECT law.take_the_place(m) FROM messages m`],
    [`SELECT law.stand(gen_random_uuid())`],
    [`SELECT law.standing_of(gen_random_uuid(), NULL)`],
    [`SELECT law.lock_standing(gen_random_uuid())`],
    [`SELECT law.note_event('x', NULL, NULL, NULL, NULL, NULL)`],
    [`SELECT law.suppress('address', '\\x00', 'by_hand', NULL, NULL)`],
    [`SELECT law.usable_exception(m, now(), NULL, '{}') FROM messages m`],
    [`SELECT law.touch_referred(gen_random_uuid())`],
    [`SELECT law.take_digest()`],
    [`SELECT law.door_of('email', 'ana@example.org')`],
    [`UPDATE contacts SET created_at = now()`],
    [`UPDATE referrals SET contact_id = gen_random_uuid()`],
    [`UPDATE messages SET exception_id = NULL, referral_id = NULL`],
    [`UPDATE exceptions SET reasons = '{declined}'`],
    [`UPDATE hand_overs SET to_id = by_id`],
  ])('the application may not: %s', async (sql) => {
    expect(await answerTo(scene.app.query(sql))).toBe(denied);
  });

  it.each([
    ['hand_overs', 'from_id', 'gen_random_uuid()'],
    ['hand_overs', 'recorded_at', 'now()'],
    ['hand_overs', 'recorded_seq', '1'],
    ['exceptions', 'expires_at', 'now()'],
    ['exceptions', 'recorded_at', 'now()'],
    ['exceptions', 'recorded_seq', '1'],
    ['referrals', 'message_id', 'gen_random_uuid()'],
    ['referrals', 'recorded_at', 'now()'],
    ['referrals', 'recorded_seq', '1'],
    ['standing', 'talked_last_id', 'NULL'],
    ['standing', 'debt_owed_since', 'NULL'],
    ['successors', 'decline_id', 'gen_random_uuid()'],
    ['withdrawals', 'message_id', 'gen_random_uuid()'],
  ])('it never says what the law computes: %s.%s', async (table, column, value) => {
    const into = `${table} (${column})`;
    expect(await answerTo(scene.app.query(`INSERT INTO ${into} VALUES (${value})`))).toBe(denied);
    expect(await answerTo(scene.app.query(`COPY ${into} FROM STDIN`))).toBe(denied);
    const merge = `MERGE INTO ${table} t USING (SELECT 1) x ON false WHEN NOT MATCHED THEN INSERT (${column}) VALUES (${value})`;
    expect(await answerTo(scene.app.query(merge))).toBe(denied);
  });

  it('nobody else may call anything of the law', async () => {
    const asked = await scene.owner.query<{ name: string }>(
      `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'law'::regnamespace AND has_function_privilege('pg_monitor', p.oid, 'EXECUTE')`,
    );
    expect(asked.rows).toEqual([]);
  });
});
