import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import type { PoolClient } from '@/lib/db/pool';
import type { Person } from '../person';
import { decide } from './decide';
import type { Decision, Told } from './decision';
import { organizationsOf } from './organizations/mutations';
import { knownTo, stillClosed } from './queries';
import { insertSql } from './recordset';
import { writeReport } from './report/mutations';
import { type BadRow, reported, type ReportedRow } from './reported-row';

/**
 * Writes one batch of rows in the caller's transaction, set by set, and answers what became of each. Imports take
 * turns, so what was looked up stays true; what a page writes meanwhile is caught by the law, and the batch asked again.
 */
export async function writeBatch(
  actor: Writer,
  client: PoolClient,
  importId: string,
  batch: readonly (Person | BadRow)[],
): Promise<ReportedRow[]> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('import of contacts', 0))`);
  // In an empty database the law's triggers would plan to read small tables whole, and keep to that while they grow.
  await client.query('SET LOCAL enable_seqscan = off');
  const people = batch.filter((row): row is Person => 'addresses' in row);
  const known = await knownTo(actor, people, client);
  const decided = batch.map((row): [Person | BadRow, Decision | null] => [
    row,
    'addresses' in row ? decide(row, known, v7) : null,
  ]);
  const told = decided.flatMap(([, decision]) =>
    decision && decision.result !== 'skipped' ? [decision.told] : [],
  );
  const organizations = await organizationsOf(actor, client, told);
  await writeContacts(
    actor,
    client,
    told.filter(({ made }) => made),
    organizations,
  );
  await fillContacts(
    client,
    told.filter(({ fills }) => fills.length > 0),
    organizations,
  );
  await writeAddresses(client, told);
  await writeTags(client, told);
  await leaveOut(
    actor,
    client,
    told.filter(({ leavesOut }) => leavesOut),
  );
  const closed = await stillClosed(actor, [...new Set(told.map(({ contactId }) => contactId))], client);
  const report = decided.map(([row, decision]) => reported(row, decision, closed));
  await writeReport(actor, client, importId, report);
  return report;
}

const texts =
  'given_name text, position text, language text, country text, time_zone text, met_where text, introducer_name text, source_of_address text, note text';

async function writeContacts(
  actor: Writer,
  client: PoolClient,
  told: readonly Told[],
  organizations: Map<Person, string>,
) {
  await insert(
    client,
    'contacts',
    `id uuid, name text, name_key text, organization_id uuid, created_by_id uuid, met_how met_how, import_key text, ${texts}`,
    told.map(({ contactId, person, addresses }) => ({
      ...person.fillings,
      ...{
        id: contactId,
        name: person.name,
        name_key: person.nameKey,
        created_by_id: actor.userId,
        met_how: person.metHow,
      },
      organization_id: organizations.get(person) ?? null,
      import_key: addresses.some(({ state }) => state === 'held') ? null : person.importKey,
    })),
  );
}

/** Fills what is empty. `coalesce` asks the row itself: what somebody wrote meanwhile stays. */
async function fillContacts(client: PoolClient, told: readonly Told[], organizations: Map<Person, string>) {
  if (told.length === 0) return;
  const columns = texts.split(', ').map((column) => column.split(' ')[0] ?? '');
  // One row a contact: PostgreSQL updates a row once a statement, and two rows of a file may mean one person.
  const merged = new Map<string, Record<string, string | null>>();
  for (const { contactId, person, fills } of told) {
    const offered: Record<string, string | null> = {
      ...person.fillings,
      organization_id: organizations.get(person) ?? null,
      met_how: person.metHow,
    };
    merged.set(contactId, {
      ...merged.get(contactId),
      id: contactId,
      ...Object.fromEntries(fills.map((column) => [column, offered[column] ?? null])),
    });
  }
  await client.query(
    `UPDATE contacts c SET ${columns.map((column) => `${column} = coalesce(c.${column}, r.${column})`).join(', ')},
      organization_id = coalesce(c.organization_id, r.organization_id),
      met_how = CASE c.met_how WHEN 'unknown' THEN coalesce(r.met_how, 'unknown') ELSE c.met_how END
    FROM (SELECT * FROM jsonb_to_recordset($1) AS r (id uuid, organization_id uuid, met_how met_how, ${texts}) ORDER BY id) r WHERE c.id = r.id`,
    [JSON.stringify([...merged.values()])],
  );
}

async function writeAddresses(client: PoolClient, told: readonly Told[]) {
  const rows = told.flatMap(({ contactId, addresses }) =>
    addresses.map(({ channel, handle, typed, state }) => ({
      id: v7(),
      contact_id: contactId,
      channel,
      handle,
      typed,
      state,
    })),
  );
  await insert(
    client,
    'addresses',
    'id uuid, contact_id uuid, channel channel, handle text, typed text, state address_state',
    rows,
  );
}

async function writeTags(client: PoolClient, told: readonly Told[]) {
  const tagged = told.flatMap(({ contactId, tags }) => tags.map((name) => ({ contact_id: contactId, name })));
  if (tagged.length === 0) return;
  await client.query(
    `INSERT INTO tags (id, name) SELECT i, n FROM (SELECT DISTINCT ON (lower(n)) i, n FROM unnest($1::uuid[], $2::text[]) x (i, n) ORDER BY lower(n)) y
    WHERE NOT EXISTS (SELECT FROM tags t WHERE lower(t.name) = lower(n)) ORDER BY n ON CONFLICT DO NOTHING`,
    [tagged.map(() => v7()), tagged.map(({ name }) => name)],
  );
  await client.query(
    `INSERT INTO contact_tags (contact_id, tag_id) SELECT r.contact_id, t.id FROM jsonb_to_recordset($1) AS r (contact_id uuid, name text)
      JOIN tags t ON lower(t.name) = lower(r.name) ON CONFLICT DO NOTHING`,
    [JSON.stringify(tagged)],
  );
}

/** "Do not contact" in a file closes; nothing in a file opens. */
async function leaveOut(actor: Writer, client: PoolClient, told: readonly Told[]) {
  await insert(
    client,
    'opt_outs',
    'contact_id uuid, cause opt_out_cause, recorded_by_id uuid',
    told.map(({ contactId }) => ({ contact_id: contactId, cause: 'imported', recorded_by_id: actor.userId })),
  );
}

async function insert(client: PoolClient, table: string, columns: string, set: readonly object[]) {
  if (set.length > 0) await client.query(insertSql(table, columns), [JSON.stringify(set)]);
}
