import { z } from 'zod';

/** A place in a keyset list: the sort key of a row as PostgreSQL writes it, and the contact's id. */
export interface Cursor {
  readonly key: string | null;
  readonly id: string;
}

const shape = z.tuple([z.string().max(300).nullable(), z.uuid()]);

/** As it stands in an address. */
export function cursorText({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Reads a place out of an address; null when somebody made it up. */
export function readCursor(text: string | null | undefined): Cursor | null {
  if (!text) return null;
  try {
    const [key, id] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { key, id };
  } catch {
    return null;
  }
}
