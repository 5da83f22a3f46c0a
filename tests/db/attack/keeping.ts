import { v7 as uuid } from 'uuid';
import { heard, logged, send, settle, somebody, spoke, type Person, type Runs, type Team } from './stage';

/** A conversation of the member's: he wrote, they answered something that asks nothing. */
export async function inConversation(
  run: Runs,
  team: Team,
  to: Person | null = null,
): Promise<{ to: Person; reply: string }> {
  const person = to ?? (await somebody(run));
  await written(run, person, team);
  return { to: person, reply: await spoke(run, person, team.member, 'other') };
}

/** The member wrote, and it has left. */
export async function written(run: Runs, to: Person, team: Team): Promise<string> {
  const sent = await send(run, to, team.member);
  await settle(run, sent, 'accepted');
  return sent;
}

/** The owner lets the member write for once, whatever of this stands in the way. */
export async function granted(
  run: Runs,
  to: Person,
  team: Team,
  reasons: readonly string[],
): Promise<string> {
  const id = uuid();
  await run.query(
    `INSERT INTO exceptions (id, contact_id, reasons, new_fact, given_by_id, given_to_id) VALUES ($1, $2, $3, 'a new fact', $4, $5)`,
    [id, to.id, reasons, team.owner, team.member],
  );
  return id;
}

export async function handOver(run: Runs, of: Person, to: string, by: string): Promise<void> {
  await run.query(`INSERT INTO hand_overs (id, contact_id, to_id, by_id) VALUES ($1, $2, $3, $4)`, [
    ...[uuid(), of.id, to, by],
  ]);
}

interface Referred {
  readonly referral: string;
  readonly referrer: Person;
  readonly words: string;
  readonly hearing: string;
}

/** Somebody else said: write to her instead. */
export async function referred(run: Runs, to: Person, team: Team): Promise<Referred> {
  const [referrer, referral] = [await somebody(run), uuid()];
  const words = await logged(run, referrer);
  const hearing = await heard(run, referrer, words, team.member, 'other');
  await named(run, { id: referral, referrer, hearing, to }, team);
  return { referral, referrer, words, hearing };
}

export async function named(
  run: Runs,
  { id, referrer, hearing, to }: { id: string; referrer: Person; hearing: string; to: Person },
  team: Team,
): Promise<void> {
  await run.query(
    `INSERT INTO referrals (id, referrer_id, contact_id, hearing_id, recorded_by_id, named) VALUES ($1, $2, $3, $4, $5, 'Bea')`,
    [id, referrer.id, to.id, hearing, team.member],
  );
}

export async function merge(run: Runs, from: Person, into: Person, by: string): Promise<void> {
  await run.query(`SELECT law.merge_contacts($1, $2, $3, 'the same person')`, [from.id, into.id, by]);
}

export async function retract(run: Runs, message: string, by: string): Promise<void> {
  await run.query(`SELECT law.retract($1, $2, 'another Ana')`, [message, by]);
}

/** The no of this person for the organization. */
export async function noOf(run: Runs, speaker: Person): Promise<string> {
  const found = await run.query<{ id: string }>(
    `SELECT id FROM declines WHERE contact_id = $1 AND scope = 'organization'`,
    [speaker.id],
  );
  return found.rows[0]?.id ?? '';
}
