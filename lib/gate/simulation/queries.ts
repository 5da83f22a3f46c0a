import 'server-only';
import { z } from 'zod';
import type { Owner } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { db } from '@/lib/db/client';
import { rows, type Queryable } from '@/lib/db/pool';
import { supposing } from '@/lib/db/supposing';
import { databaseFault } from '@/lib/errors/database-fault';
import type { Policy } from '@/lib/policy/policy';
import { policyOn, requireZone } from '@/lib/policy/queries';
import { verdictSchema, type Reason } from '../verdict';
import { changeBetween, type Change } from './openness';
import { reachOf, type Wish } from './reach';
import { tally, type Simulation } from './simulation';

/** When counting stops, how many are shown, how long one may be kept waiting (ms), how many are asked at once. */
export interface Limits {
  readonly counted: number;
  readonly shown: number;
  readonly patience: number;
  readonly batch: number;
}

export const usualLimits: Limits = { counted: 10_000, shown: 50, patience: 6_000, batch: 250 };

// A pitch never put to anybody.
const newPitch = '00000000-0000-0000-0000-000000000000';

/**
 * What this policy would change, asked of the law: with the policy as it is, then with this one in its place, which is
 * taken back at once. Nothing is stored. `busy`: the policy is being changed by somebody else; `too_slow`: not even the
 * first could be asked in time.
 * @throws EarshotError `invalid_input`, `problems: ['zone_unknown']`
 */
export async function simulate(owner: Owner, policy: Policy): Promise<Simulation | 'busy' | 'too_slow'> {
  try {
    return await supposing((client) => simulateOn(client, owner, policy));
  } catch (error) {
    const { sqlstate } = databaseFault(error) ?? {};
    if (sqlstate === '57014') return 'too_slow';
    if (sqlstate === '55P03' || sqlstate === '40001' || sqlstate === '40P01') return 'busy';
    throw error;
  }
}

/** The same inside a transaction at REPEATABLE READ that the caller rolls back. */
export async function simulateOn(
  on: Queryable,
  owner: Owner,
  policy: Policy,
  { counted, shown, patience, batch }: Limits = usualLimits,
): Promise<Simulation> {
  const until = systemClock.now().getTime() + patience;
  await rows(
    `SELECT set_config('statement_timeout', '10s', true), set_config('lock_timeout', '2s', true),
    set_config('cursor_tuple_fraction', '0.0001', true), set_config('jit', 'off', true)`,
    [],
    on,
  );
  await requireZone(policy.timeZone, on);
  const before = await policyOn(on);
  const asked = { message: new Set<string>(), pitch: new Set<string>() };
  const told = new Map<string, Change>();
  const touched = tally(shown);
  let reached: Simulation['reached'] = 'whole';
  for (const { wish, sql } of reachOf(before, policy)) {
    await rows(`DECLARE reach NO SCROLL CURSOR FOR ${sql}`, [], on);
    for (;;) {
      const fetched = await rows<{ id: string }>(`FETCH ${batch} FROM reach`, [], on);
      if (fetched.length === 0) break;
      if (touched.total() > counted) reached = 'counted_enough';
      else if (systemClock.now().getTime() > until) reached = 'out_of_time';
      if (reached !== 'whole') break;
      const ids = fetched.map(({ id }) => id).filter((id) => !asked[wish].has(id));
      for (const id of ids) asked[wish].add(id);
      for (const one of await compared(on, { owner, wish, ids, policy })) {
        // Whoever opens or closes altogether does so to pitches too, which need not be said.
        if (told.get(one.contactId) === one.change) continue;
        told.set(one.contactId, one.change);
        touched.add(one);
      }
    }
    await rows('CLOSE reach', [], on);
    if (reached !== 'whole') break;
  }
  const { size } = new Set([...asked.message, ...asked.pitch]);
  return { before, counts: touched.counts, first: touched.first(), asked: size, reached };
}

interface Question {
  readonly owner: Owner;
  readonly wish: Wish;
  readonly ids: readonly string[];
  readonly policy: Policy;
}

/** The law's answers to the same question, before and with this policy; those that differ. */
async function compared(on: Queryable, question: Question) {
  const { wish, policy } = question;
  const before = await answers(on, question);
  // Taken back after every few: whoever saves the policy meanwhile waits no longer than that.
  await rows('SAVEPOINT supposed', [], on);
  await rows(
    `UPDATE policy SET time_zone = $1, follow_ups_never_answered = $2, follow_ups_in_conversation = $3, invitation_needed = $4::when_uninvited`,
    [policy.timeZone, policy.followUpsNeverAnswered, policy.followUpsInConversation, policy.invitationNeeded],
    on,
  );
  const after = await answers(on, question);
  await rows('ROLLBACK TO SAVEPOINT supposed', [], on);
  return [...before].flatMap(([contactId, was]) => {
    const is = after.get(contactId) ?? [];
    const change = changeBetween(was, is);
    return change ? [{ contactId, wish, change, before: was, after: is }] : [];
  });
}

const answerSchema = z.object({ id: z.string(), reasons: verdictSchema.shape.reasons });

// Asked for whoever is in conversation with them, else for the owner; with something new to say; at the address one
// would take: one that is open, if there is any, and of those the one that was used last.
const askSql = `SELECT q.id, v.verdict -> 'reasons' AS reasons
  FROM unnest($1::uuid[]) q(id) JOIN standing s ON s.contact_id = q.id
    LEFT JOIN LATERAL (SELECT a.id, a.channel FROM addresses a WHERE a.contact_id = q.id
      ORDER BY a.state = 'held' AND NOT EXISTS (SELECT FROM suppressions x WHERE x.lifted_at IS NULL AND x.key_hash = ANY (a.door_hashes)) DESC,
        a.id = (SELECT m.address_id FROM messages m WHERE m.id = s.last_message_id) DESC NULLS LAST, a.created_at, a.id LIMIT 1) d ON true,
    LATERAL (SELECT law.verdict(q.id, coalesce(law.in_conversation(q.id), $2), coalesce(d.channel, 'email'), d.id, $3, NULL, true) AS verdict) v`;

/** What the law answers to this wish about each, under the policy that is in place. */
export async function answers(
  on: Queryable,
  { owner, wish, ids }: Pick<Question, 'owner' | 'wish' | 'ids'>,
): Promise<Map<string, readonly Reason[]>> {
  const found = await rows(askSql, [ids, owner.userId, wish === 'pitch' ? newPitch : null], on);
  return new Map(
    z
      .array(answerSchema)
      .parse(found)
      .map(({ id, reasons }) => [id, reasons]),
  );
}

/** What to call those whom a simulation shows, and where they belong; by the contact's id. */
export async function whoIs(
  _owner: Owner,
  ids: readonly string[],
): Promise<Map<string, { name: string; givenName: string | null; organization: { name: string } | null }>> {
  const people = await db().contact.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, givenName: true, organization: { select: { name: true } } },
  });
  return new Map(people.map(({ id, ...who }) => [id, who]));
}
