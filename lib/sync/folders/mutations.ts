import 'server-only';
import { v7 } from 'uuid';
import { byteaArray } from '@/lib/db/bytea-array';
import { type PoolClient, rows } from '@/lib/db/pool';
import type { FolderOnServer } from '@/lib/mail/folder';
import type { FolderNow } from '@/lib/mail/imap';
import type { Prepared } from '../filing/incoming';
import { wake } from '../filing/linking/mutations';
import { type End, fileOrSkip, type Place } from '../filing/mutations';
import { doorsOf, knownAddresses, knownMessages } from '../filing/queries';
import { sha256 } from '../identity';
import { holding, type Lease } from '../lease/mutations';
import { type Folder, folderColumns } from './queries';

/** Keeps the folders a server lists. Which are read is said once: INBOX, Sent, Archive, unless somebody chooses. */
export async function keepFolders(lease: Lease, listed: readonly FolderOnServer[]): Promise<void> {
  const once = new Map(listed.map(({ path, role }) => [path, { id: v7(), path, role }]));
  await holding(lease, async (client) => {
    await client.query(
      `INSERT INTO mailbox_folders (id, mailbox_id, path, role, chosen)
      SELECT x.id, $1, x.path, x.role, x.role IN ('inbox', 'sent', 'archive') FROM jsonb_to_recordset($2::jsonb) x (id uuid, path text, role folder_role)
      ON CONFLICT (mailbox_id, path) DO UPDATE SET role = excluded.role, listed = true
        WHERE mailbox_folders.role <> excluded.role OR NOT mailbox_folders.listed`,
      [lease.mailboxId, JSON.stringify([...once.values()])],
    );
    // A folder that is no longer there keeps nobody waiting for it; one that comes back is read as before.
    await client.query(
      'UPDATE mailbox_folders SET listed = false WHERE mailbox_id = $1 AND path <> ALL ($2) AND listed',
      [lease.mailboxId, [...once.keys()]],
    );
  });
}

/** How a folder stands on the server now. With other ids than before, everything in it is read anew, and nothing twice. */
export async function noteOpened(lease: Lease, folder: Folder, now: FolderNow): Promise<Folder> {
  const { uidvalidity, uidnext, exists, highestModseq } = now;
  if (folder.uidvalidity === uidvalidity.toString()) return folder;
  return holding(lease, async (client) => {
    await client.query(
      'UPDATE sightings SET gone_at = law.clock(), wanted = false WHERE folder_id = $1 AND gone_at IS NULL',
      [folder.id],
    );
    const [noted] = await rows<Folder>(
      `UPDATE mailbox_folders f SET uidvalidity = $2, next_uid = $3, back_uid = $3, reread = f.uidvalidity IS NOT NULL,
        back_total = $4, back_read = 0, highest_modseq = $5, read_to_end_at = NULL WHERE f.id = $1 RETURNING ${folderColumns}`,
      [folder.id, uidvalidity, Math.max(uidnext, 1), exists, highestModseq],
      client,
    );
    return noted ?? folder;
  });
}

interface SeenHead {
  readonly uid: number;
  readonly internalDate: Date;
  readonly people: readonly string[];
  readonly refs: readonly string[];
}

/** A mail that was looked at: its header alone, or whole. */
export type Seen =
  SeenHead | { readonly uid: number; readonly internalDate: Date; readonly prepared: Prepared };

/** How far a folder is read once this batch is kept. */
export interface Cursor {
  readonly nextUid?: number;
  readonly backUid?: number;
}

/**
 * Keeps a batch: messages, where each mail was seen, and how far the folder is read, in one transaction. What is
 * broken so that it cannot be kept is listed as skipped; what fails otherwise fails the batch, which is then read again.
 */
export async function keepBatch(
  lease: Lease,
  folder: Folder,
  seen: readonly Seen[],
  place: Place,
  cursor: Cursor,
): Promise<void> {
  // What was said first is filed first: what names it finds it there.
  const whole = seen
    .filter((one) => 'prepared' in one)
    .sort((a, b) => +a.internalDate - +b.internalDate || a.uid - b.uid);
  const heads = seen.flatMap((one) => ('prepared' in one ? [] : [one]));
  await holding(lease, async (client) => {
    const filed = await fileOrSkip(
      client,
      whole.map(({ prepared }) => prepared),
      place,
    );
    const wanted = await wantedNow(client, heads, place);
    const doors = await doorsOf([...new Set(seen.flatMap((one) => knownBy(one).people))], client);
    await keepSightings(client, folder, [
      ...whole.map((one, at) => sightingOf(one, doors, filed[at] ?? null)),
      ...heads.map((one) => ({ ...sightingOf(one, doors, null), wanted: wanted.has(one.uid) })),
    ]);
    await wake(
      client,
      filed.flatMap((end) => (end.result === 'skipped' ? [] : end.made)),
    );
    await client.query(
      `UPDATE mailbox_folders SET next_uid = greatest(next_uid, $2), back_uid = least(back_uid, $3),
        reread = reread AND least(back_uid, $3) > 1, back_read = back_read + CASE WHEN $3::bigint IS NULL THEN 0 ELSE $4 END WHERE id = $1`,
      [folder.id, cursor.nextUid ?? null, cursor.backUid ?? null, seen.length],
    );
  });
}

// Heads were weighed before the batch ahead of this one was kept, and others write too: what concerns nobody then may now.
async function wantedNow(
  client: PoolClient,
  heads: readonly SeenHead[],
  { own }: Place,
): Promise<Set<number>> {
  const handles = new Set(heads.flatMap(({ people }) => people).filter((handle) => !own.has(handle)));
  const addresses = await knownAddresses([...handles], client);
  const known = await knownMessages([...new Set(heads.flatMap(({ refs }) => refs))], client);
  const concerns = ({ people, refs }: SeenHead) =>
    people.some((handle) => addresses.has(handle)) || refs.some((ref) => known.has(ref));
  return new Set(heads.filter(concerns).map(({ uid }) => uid));
}

function knownBy(seen: Seen): Pick<SeenHead, 'people' | 'refs'> {
  return 'prepared' in seen ? { people: seen.prepared.people, refs: seen.prepared.mail.refs } : seen;
}

// What is a message is found by its contact; only the rest has to be found again.
function sightingOf(seen: Seen, doors: ReadonlyMap<string, Buffer>, end: End | null) {
  const known = knownBy(seen);
  const isMessage = end?.result === 'message';
  const people = isMessage ? [] : known.people.flatMap((handle) => doors.get(handle) ?? []);
  const refs = isMessage ? [] : known.refs.map(sha256);
  const { result = 'remembered', why = null, rawMailId = null } = end ?? {};
  return {
    ...{ uid: seen.uid, at: seen.internalDate.toISOString(), result, why, rawMailId },
    ...{ people: byteaArray(people), refs: byteaArray(refs), wanted: false },
  };
}

async function keepSightings(
  client: PoolClient,
  { id, uidvalidity, mailboxId }: Folder,
  sightings: readonly ReturnType<typeof sightingOf>[],
): Promise<void> {
  type Sighting = (typeof sightings)[number];
  const each = <T>(of: (one: Sighting) => T): T[] => sightings.map(of);
  await client.query(
    `INSERT INTO sightings (folder_id, uidvalidity, uid, mailbox_id, result, why, raw_mail_id, people, refs, internal_date, seen_at, wanted)
    SELECT $1, $2, x.uid, $3, x.result, x.why, x.raw, x.people::bytea[], x.refs::bytea[], x.at, law.clock(), x.wanted
    FROM unnest($4::bigint[], $5::timestamptz[], $6::sighting_result[], $7::text[], $8::uuid[], $9::text[], $10::text[], $11::boolean[])
      x (uid, at, result, why, raw, people, refs, wanted)
    ON CONFLICT (folder_id, uidvalidity, uid) DO UPDATE SET result = excluded.result, why = excluded.why,
      raw_mail_id = excluded.raw_mail_id, people = excluded.people, refs = excluded.refs, wanted = excluded.wanted, gone_at = NULL`,
    [
      ...[id, uidvalidity, mailboxId, each(({ uid }) => uid), each(({ at }) => at)],
      ...[each(({ result }) => result), each(({ why }) => why), each(({ rawMailId }) => rawMailId)],
      ...[each(({ people }) => people), each(({ refs }) => refs), each(({ wanted }) => wanted)],
    ],
  );
}

/** These mails of a folder are no longer there. */
export async function noteGone(
  lease: Lease,
  { id, uidvalidity }: Folder,
  uids: readonly number[],
): Promise<void> {
  await holding(lease, (client) =>
    client.query(
      `UPDATE sightings SET gone_at = law.clock(), wanted = false WHERE folder_id = $1 AND uidvalidity = $2 AND uid = ANY ($3) AND gone_at IS NULL`,
      [id, uidvalidity, uids],
    ),
  );
}

/** A folder held nothing new when it was looked at, at this moment, and nothing older waits to be read. */
export async function noteReadToEnd(
  lease: Lease,
  folders: readonly Folder[],
  at: ReadonlyMap<string, Date>,
): Promise<void> {
  const moments = folders.map(({ id }) => at.get(id)?.getTime() ?? 0);
  await holding(lease, async (client) => {
    for (const [index, { id }] of folders.entries()) {
      const read = moments[index];
      if (read)
        await client.query('UPDATE mailbox_folders SET read_to_end_at = $2 WHERE id = $1', [
          id,
          new Date(read),
        ]);
    }
    const earliest = Math.min(...moments);
    if (folders.length === 0 || earliest <= 0) return;
    await client.query('UPDATE mailboxes SET read_to_end_at = $2 WHERE id = $1', [
      lease.mailboxId,
      new Date(earliest),
    ]);
  });
}
