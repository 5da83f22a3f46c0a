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

/** Copies that nobody confirmed or withdrew within a day become uncertain; answers how many did. */
export async function letCopiesGoUncertain(): Promise<number> {
  const [answer] = await rows<{ changed: number }>('select law.let_copies_go_uncertain() as changed');
  return answer?.changed ?? 0;
}
