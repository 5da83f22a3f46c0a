import 'server-only';
import type { Channel, MetHow, Purpose } from '@/generated/prisma/client';
import type { Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { pool, rows, type Queryable } from '@/lib/db/pool';
import { EarshotError } from '@/lib/errors/earshot-error';
import type { Circumstances, Draft, Finding } from '@/lib/manners/finding';
import { fingerprintOf, ownPart, type Fingerprint } from '@/lib/manners/fingerprint';
import { partsOf } from '@/lib/manners/letter-parts';
import { inOrder, mannersOf, softened } from '@/lib/manners/manners';
import { countedDays, nearCopy, type Left } from '@/lib/manners/near-copy';
import { theirHour } from '@/lib/manners/their-hour';
import { templateTexts } from '../templates/queries';

/** What manners need to know of a contact, whatever is written. */
export interface Acquaintance extends Omit<
  Circumstances,
  'channel' | 'purpose' | 'carriesPitch' | 'theirHour'
> {
  readonly zone: string | null;
  /** Whether manners refuse here, or only warn. */
  readonly mannersRefuse: boolean;
}

interface Row {
  name: string;
  given_name: string | null;
  country: string | null;
  time_zone: string | null;
  met_how: MetHow;
  source_of_address: string | null;
  ever_written: boolean;
  ever_spoke: boolean;
  manners_refuse: boolean;
}

const gaveIt: ReadonlySet<MetHow> = new Set<MetHow>(['in_person', 'event', 'introduced', 'wrote_first']);

/** @throws EarshotError `not_found` when there is no such contact */
export async function acquaintance(
  _writer: Writer,
  contactId: string,
  on: Queryable = pool(),
): Promise<Acquaintance> {
  const [row] = await rows<Row>(
    `SELECT c.name, c.given_name, c.country, c.time_zone, c.met_how, c.source_of_address, s.ever_written, s.ever_spoke, p.manners_refuse
      FROM contacts c JOIN standing s ON s.contact_id = c.id, policy p WHERE c.id = $1 AND p.id = 1`,
    [contactId],
    on,
  );
  if (!row) throw new EarshotError('not_found', { noun: 'contact' });
  return {
    ...{ name: row.name, givenName: row.given_name, country: row.country, zone: row.time_zone },
    ...{ isFirst: !row.ever_written, haveSpoken: row.ever_spoke, gaveAddress: gaveIt.has(row.met_how) },
    ...{ sourceOfAddress: row.source_of_address, mannersRefuse: row.manners_refuse },
  };
}

/** A text that wants to leave, and as what. */
export interface Leaving {
  readonly contactId: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly carriesPitch: boolean;
  readonly draft: Draft;
}

/** What manners say of it, near-copies of what others got among them, and its fingerprint. */
export async function judged(
  writer: Writer,
  leaving: Leaving,
  known: Acquaintance,
  on: Queryable = pool(),
): Promise<{ readonly found: Finding[]; readonly fingerprint: Fingerprint }> {
  const { contactId, channel, purpose, carriesPitch, draft } = leaving;
  const how = {
    ...known,
    channel,
    purpose,
    carriesPitch,
    theirHour: theirHour(known.zone, systemClock.now()),
  };
  const letter = partsOf(draft.body);
  const templates = await templateTexts(writer, on);
  const fingerprint = fingerprintOf(ownPart(letter, known.name, templates));
  const left = await leftToOthers(writer, contactId, fingerprint, on);
  const found = inOrder([...mannersOf(draft, how), ...nearCopy(letter, how, { templates, left })]);
  return { found: softened(found, known.mannersRefuse), fingerprint };
}

// The most alike first; what was withdrawn or failed reached nobody.
async function leftToOthers(
  _writer: Writer,
  contactId: string,
  fingerprint: Fingerprint,
  on: Queryable,
): Promise<Left[]> {
  if (fingerprint.length === 0) return [];
  const found = await rows<{ contact_id: string; hashes: number[] }>(
    `SELECT m.contact_id, f.hashes FROM fingerprints f JOIN messages m ON m.id = f.message_id JOIN outbox o ON o.message_id = m.id
      WHERE f.left_at > law.clock() - $3::int * interval '24 hours' AND f.hashes && $1::int[]
        AND m.contact_id <> $2 AND o.state NOT IN ('withdrawn', 'failed')
      ORDER BY (SELECT count(*) FROM unnest(f.hashes) h WHERE h = ANY ($1)) DESC LIMIT 200`,
    [[...fingerprint], contactId, countedDays],
    on,
  );
  return found.map(({ contact_id, hashes }) => ({ contactId: contact_id, fingerprint: hashes }));
}
