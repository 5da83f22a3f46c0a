import 'server-only';
import { v7 } from 'uuid';
import { mayOwn, type Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { TemplateInput } from './template';

/** Keeps a new template of one's own. */
export async function createTemplate(
  writer: Writer,
  { name, subject, body, shared }: TemplateInput,
): Promise<void> {
  await rows(
    `INSERT INTO templates (id, user_id, shared, name, subject, body, updated_at) VALUES ($1, $2, $3, $4, $5, $6, law.clock())`,
    [v7(), writer.userId, shared, name, subject, body],
  );
}

/** Changes one's own template, for an owner also one of the team. Answers whether there was one to change. */
export async function changeTemplate(
  writer: Writer,
  id: string,
  { name, subject, body, shared }: TemplateInput,
): Promise<boolean> {
  const changed = await rows(
    `UPDATE templates SET name = $3, subject = $4, body = $5, shared = $6, updated_at = law.clock()
      WHERE id = $1 AND (user_id = $2 OR (shared AND $7)) RETURNING id`,
    [id, writer.userId, name, subject, body, shared, mayOwn(writer)],
  );
  return changed.length === 1;
}

/** Throws one's own template away, for an owner also one of the team. Answers whether there was one. */
export async function removeTemplate(writer: Writer, id: string): Promise<boolean> {
  const gone = await rows(
    'DELETE FROM templates WHERE id = $1 AND (user_id = $2 OR (shared AND $3)) RETURNING id',
    [id, writer.userId, mayOwn(writer)],
  );
  return gone.length === 1;
}
