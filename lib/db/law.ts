import 'server-only';
import { type Queryable, pool, rows } from './pool';

/** What of the law is missing in the database, a line each; empty when it is whole. */
export async function faultsOfTheLaw(on: Queryable = pool()): Promise<string[]> {
  const found = await rows<{ fault: string }>('select fault from law.whole() as fault', [], on);
  return found.map(({ fault }) => fault);
}

/** Contacts whose stored standing is not what their history adds up to, at most `limit` ids. */
export async function differingStandings(limit: number, on: Queryable = pool()): Promise<string[]> {
  const found = await rows<{ id: string }>('select id from law.differing_standings($1) as id', [limit], on);
  return found.map(({ id }) => id);
}

/** Some contacts after one, in the order of their ids: up to which, how many, and whose stored standing differs. */
export interface Compared {
  /** Null when there was nobody left. */
  readonly upTo: string | null;
  readonly compared: number;
  readonly differing: readonly string[];
}

/** Compares the standings of at most `most` contacts after this id (null: from the first) with their history. */
export async function compareStandings(after: string | null, most: number): Promise<Compared> {
  const [found] = await rows<{ upTo: string | null; compared: number; differing: string[] }>(
    `select up_to as "upTo", compared, array(select x ->> 'contact_id' from jsonb_array_elements(differing) x) as differing
     from law.compare_standings($1, $2)`,
    [after, most],
  );
  return found ?? { upTo: null, compared: 0, differing: [] };
}

/** The hash of the files under which the law was applied; null where nobody noted one. */
export async function appliedLawHash(): Promise<string | null> {
  const [found] = await rows<{ hash: string | null }>('select law.applied_hash() as hash');
  return found?.hash ?? null;
}

/** Copies that nobody confirmed or withdrew within a day become uncertain; answers how many did. */
export async function letCopiesGoUncertain(): Promise<number> {
  const [answer] = await rows<{ changed: number }>('select law.let_copies_go_uncertain() as changed');
  return answer?.changed ?? 0;
}

/** Judges anew what crossed a no for an organization that was recorded within the last day; answers for how many people. */
export async function judgeColleagues(): Promise<number> {
  const found = await rows<{ id: string }>('select law.colleagues_to_judge() as id');
  // One transaction each: nobody waits for more than one person.
  for (const { id } of found) await rows('select law.judge_again($1)', [id]);
  return found.length;
}
