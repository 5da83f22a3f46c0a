import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { inTransaction, rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { databaseFault } from '@/lib/errors/database-fault';
import { EarshotError } from '@/lib/errors/earshot-error';
import { impossibleOf } from '@/lib/errors/impossible';
import { writeBatch } from './batch/mutations';
import type { BadRow, ReportedRow } from './batch/reported-row';
import type { Columns } from './columns/fields';
import { nameSomebody } from './columns/guess';
import { lookBytes, readDialect } from './file/dialect';
import { type Row, tableRows } from './file/table';
import { type Person, readPerson } from './person';

/** What an import made of a file. */
export interface ImportSummary {
  readonly id: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly stillClosed: number;
}

export interface ImportWork {
  /** The file, byte by byte; read once, never held whole. */
  readonly stream: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  /** Of the import, where it has one already. */
  readonly id?: string;
  /** What each column holds; guessed when it is left out. */
  readonly columns?: Columns;
  /** Where telephone numbers without a country are from, ISO 3166-1 alpha-2. */
  readonly country?: string | null;
  /** Called when its report exists. */
  readonly onBegun?: () => void;
  /** Called for each row, in order, after it was committed. */
  readonly onRow?: (row: ReportedRow) => void;
}

const batchSize = 1000;

/**
 * Imports contacts from a file with rows. Batches commit one by one: what stands in the report was done, also when the
 * rest was not, and the same file again changes nothing. A bad row costs itself alone.
 * @throws EarshotError `unreadable_file` with `why` (lib/imports/file/kind.ts) when the file holds no contacts
 */
export async function importContacts(work: ImportWork & { readonly by: Writer }): Promise<ImportSummary> {
  const { stream, by, onRow, country = null, id = v7() } = work;
  const file = stream[Symbol.asyncIterator]();
  const head = await readHead(file);
  const dialect = await readDialect(head);
  if ('fault' in dialect) throw new EarshotError('unreadable_file', { why: dialect.fault });
  const columns = work.columns ?? dialect.columns;
  if (!nameSomebody(columns)) throw new EarshotError('unreadable_file', { why: 'no_column' });
  await rows('INSERT INTO imports (id, by_id, file_name) VALUES ($1, $2, $3)', [
    id,
    by.userId,
    work.fileName.slice(0, 200),
  ]);
  work.onBegun?.();
  const sum = { created: 0, updated: 0, unchanged: 0, skipped: 0, stillClosed: 0 };
  for await (const batch of batches(tableRows(joined(head, file), dialect), columns, country)) {
    for (const row of await writeSafely(by, id, batch)) {
      sum[row.result] += 1;
      if (row.stillClosed) sum.stillClosed += 1;
      onRow?.(row);
    }
  }
  await rows('UPDATE imports SET finished_at = law.clock() WHERE id = $1', [id]);
  return { id, ...sum };
}

async function readHead(file: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for (let bytes = 0; bytes < lookBytes;) {
    const { value, done } = await file.next();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
  }
  return Buffer.concat(chunks);
}

async function* joined(head: Uint8Array, file: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await file.next(); !next.done; next = await file.next()) yield next.value;
}

async function* batches(
  table: AsyncIterable<Row>,
  columns: Columns,
  country: string | null,
): AsyncGenerator<(Person | BadRow)[]> {
  let batch: (Person | BadRow)[] = [];
  for await (const row of table) {
    const read =
      'cells' in row
        ? readPerson(row.line, row.cells, columns, country)
        : { line: row.line, code: row.fault, detail: null };
    batch.push(read);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Writes a batch; where PostgreSQL refuses a value in it, each half by itself, down to the one row. */
async function writeSafely(
  by: Writer,
  importId: string,
  batch: readonly (Person | BadRow)[],
): Promise<ReportedRow[]> {
  try {
    return await askedAgain(() =>
      withRetry(() => inTransaction((client) => writeBatch(by, client, importId, batch))),
    );
  } catch (error) {
    const refused = databaseFault(error)?.sqlstate.slice(0, 2);
    const [first] = batch;
    if (first === undefined || (refused !== '22' && refused !== '23')) throw error;
    if ('code' in first && first.code === 'row_refused') throw error;
    if (batch.length === 1) {
      const detail = 'name' in first ? first.name : null;
      return writeSafely(by, importId, [{ line: first.line, code: 'row_refused', detail }]);
    }
    const half = Math.ceil(batch.length / 2);
    const before = await writeSafely(by, importId, batch.slice(0, half));
    return [...before, ...(await writeSafely(by, importId, batch.slice(half)))];
  }
}

// Somebody kept an address by hand while the batch was being written: looked up again, it is theirs.
async function askedAgain<T>(work: () => Promise<T>, tries = 4): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tries <= 1 || impossibleOf(error) !== 'address_belongs_to_another') throw error;
    return askedAgain(work, tries - 1);
  }
}
