import 'server-only';
import type { PoolClient } from '@/lib/db/pool';
import { suggest } from '@/lib/replies/suggesting/suggest';
import type { Prepared } from '../incoming';

/** Which suggester it was: a better one suggests again. */
const suggesterVersion = 1;

/** Keeps beside a reply what it seems to say, for whoever hears it. It opens nothing. */
export async function keepSuggestion(
  client: PoolClient,
  messageId: string,
  { body, internalDate }: Prepared,
): Promise<void> {
  const sentOn = internalDate.toISOString().slice(0, 10);
  const { outcome, scope, until, lang, evidence, sure } = suggest({
    replyText: body,
    sentOn,
    channel: 'email',
  });
  await client.query(
    `INSERT INTO replies (message_id, outcome, scope, until, language, evidence, sure, reader_version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      ...[messageId, outcome, scope, until && (until.length === 7 ? `${until}-01` : until)],
      ...[lang, JSON.stringify(evidence), sure, suggesterVersion],
    ],
  );
}
