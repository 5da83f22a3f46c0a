import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { csvLine } from '@/lib/language/csv/line';
import type { Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import type { LogFilter } from '../asked';
import { kindOfVerb } from '../kinds';
import { gateLog } from '../queries';
import { toldOf } from '../told';

const atOnce = 1000;

/**
 * The log as lines of a CSV file, newest first, from the first page on whatever page was looked at; a thousand rows
 * are held at a time. Begins with the mark that spreadsheets need. Moments are ISO 8601 in UTC.
 */
export async function* logLines(writer: Writer, filter: LogFilter, reading: Reading): AsyncGenerator<string> {
  const t = translate(reading.language, 'gate_log');
  const heads = ['when', 'kind', 'what', 'reasons', 'person', 'by', 'words'] as const;
  yield `\ufeff${csvLine(heads.map((head) => t(`csv.${head}`)))}`;
  for (let before: string | null = null; ;) {
    const page = await gateLog(writer, { ...filter, after: null, before }, atOnce);
    for (const row of page.rows) {
      yield csvLine([
        row.recordedAt.toISOString(),
        t(`kinds.${kindOfVerb(row.verb)}`),
        toldOf(row, reading),
        (row.codes.reasons ?? []).join(' '),
        row.contact?.name ?? '',
        row.by ?? t('machine'),
        row.text ?? '',
      ]);
    }
    before = page.rows.at(-1)?.seq ?? null;
    if (!page.older || before === null) return;
  }
}
