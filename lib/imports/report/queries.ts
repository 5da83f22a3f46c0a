import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { importRows } from '../queries';
import { csvLine } from '@/lib/language/csv/line';
import { sentencesOf } from './words';

const atOnce = 1000;

/** The report as lines of a CSV file, read a thousand rows at a time. Begins with the mark that spreadsheets need. */
export async function* reportLines(
  actor: Actor,
  importId: string,
  language: Language,
): AsyncGenerator<string> {
  const t = translate(language, 'imports');
  yield `\ufeff${csvLine([t('csv.line'), t('csv.result'), t('csv.why'), t('csv.detail'), t('csv.contact')])}`;
  for (let afterLine = 0; ;) {
    const rows = await importRows(actor, importId, { view: 'everything', afterLine, most: atOnce });
    for (const { line, result, codes, detail, stillClosed, contact } of rows) {
      const became = stillClosed ? `${t(`results.${result}`)}, ${t('still_closed')}` : t(`results.${result}`);
      yield csvLine([
        line,
        became,
        sentencesOf(codes, language).join(' '),
        detail ?? '',
        contact?.name ?? '',
      ]);
    }
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    afterLine = last.line;
  }
}
