import 'server-only';
import type { ImportResult } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { ImportView } from './report/view';

/** An import as its report begins. */
export interface KeptImport {
  readonly id: string;
  readonly fileName: string;
  readonly by: string | null;
  readonly startedAt: Date;
  /** Null while it runs, and where it was cut off. */
  readonly finishedAt: Date | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly stillClosed: number;
}

const columns = `i.id, i.file_name AS "fileName", u.name AS by, i.started_at AS "startedAt", i.finished_at AS "finishedAt",
  i.created, i.updated, i.unchanged, i.skipped, i.still_closed AS "stillClosed"`;

/** The last imports, newest first. */
export async function recentImports(_actor: Actor): Promise<KeptImport[]> {
  return rows<KeptImport & Record<string, unknown>>(
    `SELECT ${columns} FROM imports i LEFT JOIN users u ON u.id = i.by_id ORDER BY i.started_at DESC, i.id DESC LIMIT 20`,
  );
}

export async function importById(_actor: Actor, id: string): Promise<KeptImport | null> {
  const [found] = await rows<KeptImport & Record<string, unknown>>(
    `SELECT ${columns} FROM imports i LEFT JOIN users u ON u.id = i.by_id WHERE i.id = $1`,
    [id],
  );
  return found ?? null;
}

/** One row of a report. */
export interface KeptRow {
  readonly line: number;
  readonly result: ImportResult;
  readonly codes: readonly string[];
  readonly detail: string | null;
  readonly stillClosed: boolean;
  readonly contact: { readonly id: string; readonly name: string } | null;
}

const wheres: Readonly<Record<ImportView, string>> = {
  everything: '',
  skipped: `AND r.result = 'skipped'`,
  still_closed: 'AND r.still_closed',
  created: `AND r.result = 'created'`,
  updated: `AND r.result = 'updated'`,
};

/** Rows of a report after a line, in the order of the file, at most so many. */
export async function importRows(
  _actor: Actor,
  importId: string,
  { view, afterLine, most }: { view: ImportView; afterLine: number; most: number },
): Promise<KeptRow[]> {
  const found = await rows<
    Omit<KeptRow, 'codes' | 'contact'> & { code: string | null; id: string | null; name: string | null }
  >(
    `SELECT r.line, r.result, r.code, r.detail, r.still_closed AS "stillClosed", c.id, c.name
    FROM import_rows r LEFT JOIN contacts c ON c.id = r.contact_id
    WHERE r.import_id = $1 AND r.line > $2 ${wheres[view]} ORDER BY r.line LIMIT $3`,
    [importId, afterLine, most],
  );
  return found.map(({ line, result, code, detail, stillClosed, id, name }) => ({
    ...{ line, result, detail, stillClosed },
    codes: code?.split(' ') ?? [],
    contact: id !== null && name !== null ? { id, name } : null,
  }));
}
