import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import type { PoolClient } from '@/lib/db/pool';
import { insertSql } from '../recordset';
import type { ReportedRow } from '../reported-row';

const columns =
  'import_id uuid, line int, result import_result, code text, detail text, still_closed boolean, contact_id uuid';

/** Keeps what became of these rows, and counts them. */
export async function writeReport(
  _actor: Writer,
  client: PoolClient,
  importId: string,
  report: readonly ReportedRow[],
) {
  const kept = report.map(({ line, result, codes, detail, stillClosed, contactId }) => ({
    ...{ import_id: importId, line, result, detail, still_closed: stillClosed, contact_id: contactId },
    code: codes.join(' ') || null,
  }));
  await client.query(insertSql('import_rows', columns), [JSON.stringify(kept)]);
  const count = (result: ReportedRow['result']) => report.filter((row) => row.result === result).length;
  await client.query(
    `UPDATE imports SET created = created + $2, updated = updated + $3, unchanged = unchanged + $4, skipped = skipped + $5, still_closed = still_closed + $6
    WHERE id = $1`,
    [
      importId,
      count('created'),
      count('updated'),
      count('unchanged'),
      count('skipped'),
      report.filter((row) => row.stillClosed).length,
    ],
  );
}
