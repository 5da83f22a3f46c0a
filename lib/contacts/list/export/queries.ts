import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { csvLine } from '@/lib/language/csv/line';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import type { ListFilter } from '../list-filter';
import { contactList } from '../queries';

const atOnce = 500;

/**
 * The list as lines of a CSV file, from its first page on whatever page was looked at; five hundred are held at a
 * time. A search gives what its page shows. Moments are ISO 8601 in UTC.
 */
export async function* contactLines(
  writer: Writer,
  filter: ListFilter,
  language: Language,
): AsyncGenerator<string> {
  const [t, standing, met] = [
    translate(language, 'contact_list'),
    translate(language, 'standing'),
    translate(language, 'contact_form'),
  ];
  const heads = [
    'name',
    'organization',
    'standing',
    'spoken',
    'owner',
    'talking',
    'tags',
    'met',
    'addresses',
  ] as const;
  yield `\ufeff${csvLine(heads.map((head) => t(`csv.${head}`)))}`;
  for (let after: ListFilter['after'] = null; ;) {
    const page = await contactList(writer, { ...filter, after, before: null }, atOnce);
    for (const one of page.contacts) {
      yield csvLine([
        ...[one.name, one.organization ?? ''],
        one.state === 'never_written' ? t('never_written') : standing(one.state),
        one.said?.at.toISOString() ?? '',
        ...[
          one.owner ?? '',
          one.talking ?? '',
          one.tags.join(', '),
          met(`met.${one.met}`),
          one.addresses.join(', '),
        ],
      ]);
    }
    after = page.older;
    if (after === null) return;
  }
}
