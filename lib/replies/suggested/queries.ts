import 'server-only';
import { type Queryable, pool, rows } from '@/lib/db/pool';
import { replyTextOf } from '@/lib/mail/reply-text/reply-text';
import { wordsOf } from '@/lib/mail/reply-text/words';
import { learnFrom } from '../suggesting/learn';
import { type Learnt, shippedModel, type SuggestModel } from '../suggesting/model';
import type { SuggestOutcome } from '../suggesting/outcome';

/** How many hearings are looked through, the latest, and how many corrections among them are learnt from. */
const lookedThrough = 5_000;
const most = 500;

/** Milliseconds after which it is looked again whether what was learnt from is still there. */
const trusted = 60_000;

interface Known {
  /** The last hearing there was. */
  readonly upTo: string;
  readonly at: number;
  readonly model: SuggestModel;
  /** What each correction teaches, by its hearing. */
  readonly learnt: ReadonlyMap<string, Learnt>;
}

declare global {
  // Next loads this more than once; what was learnt is learnt once.
  var earshotLearnt: Known | undefined;
}

interface Corrected {
  readonly id: string;
  readonly heard: SuggestOutcome;
  readonly suggested: SuggestOutcome | null;
}

/**
 * The model with what this team heard otherwise than it was suggested. Nothing of it is kept anywhere but in memory:
 * the words stay with their messages, so what is erased, taken back or heard anew is unlearnt within a minute. Sample
 * people teach nothing.
 */
export async function learntModel(
  on: Queryable = pool(),
  now: number = performance.now(),
): Promise<SuggestModel> {
  const before = globalThis.earshotLearnt;
  const [last] = await rows<{ upTo: string }>(
    'SELECT coalesce(max(recorded_seq), 0)::text AS "upTo" FROM hearings',
    [],
    on,
  );
  const upTo = last?.upTo ?? '0';
  if (before?.upTo === upTo && now - before.at < trusted) return before.model;
  const corrected = await corrections(on);
  const known = before?.learnt ?? new Map<string, Learnt>();
  const fresh = await learntFrom(
    corrected.filter(({ id }) => !known.has(id)),
    on,
  );
  const learnt = new Map(
    corrected.flatMap(({ id }) => {
      const one = known.get(id) ?? fresh.get(id);
      return one ? [[id, one] as const] : [];
    }),
  );
  const model = { ...shippedModel(), learnt: [...learnt.values()] };
  globalThis.earshotLearnt = { upTo, at: now, model, learnt };
  return model;
}

// Oldest first: of two alike the newer counts.
function corrections(on: Queryable): Promise<(Corrected & Record<string, unknown>)[]> {
  return rows(
    `SELECT * FROM (SELECT l.id, l.outcome AS heard, y.outcome AS suggested, l.recorded_seq
      FROM (SELECT h.* FROM hearings h ORDER BY h.recorded_seq DESC LIMIT ${lookedThrough}) l
        JOIN replies y ON y.message_id = l.message_id JOIN contacts c ON c.id = l.contact_id
      WHERE y.outcome IS DISTINCT FROM l.outcome AND (c.import_key IS NULL OR c.import_key NOT LIKE 'sample:%')
        AND NOT EXISTS (SELECT FROM hearings n WHERE n.message_id = l.message_id AND n.recorded_seq > l.recorded_seq)
        AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = l.message_id)
      ORDER BY l.recorded_seq DESC LIMIT ${most}) x ORDER BY x.recorded_seq`,
    [],
    on,
  );
}

async function learntFrom(corrected: readonly Corrected[], on: Queryable): Promise<Map<string, Learnt>> {
  if (corrected.length === 0) return new Map();
  const said = await rows<{ id: string; body: string }>(
    'SELECT h.id, m.body FROM hearings h JOIN messages m ON m.id = h.message_id WHERE h.id = ANY ($1)',
    [corrected.map(({ id }) => id)],
    on,
  );
  const bodies = new Map(said.map(({ id, body }) => [id, body]));
  return new Map(
    corrected.flatMap(({ id, heard, suggested }) => {
      // The same words that a suggestion is read from.
      const replyText = wordsOf(replyTextOf({ text: bodies.get(id) ?? '', html: null }));
      const [one] = learnFrom(shippedModel(), [{ replyText, heard, suggested }]).learnt;
      return one && replyText !== '' ? [[id, one] as const] : [];
    }),
  );
}
