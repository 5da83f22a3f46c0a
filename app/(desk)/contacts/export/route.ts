import { mayI } from '@/lib/auth/actor';
import { contactLines } from '@/lib/contacts/list/export/queries';
import { readListFilter } from '@/lib/contacts/list/list-filter';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { streamOf } from '@/lib/language/csv/stream';
import { currentLanguage } from '@/lib/language/preferences';

/** The contacts of a list as a CSV file, with the filters of the page, in the reader's language. For whoever writes. */
export async function GET(request: Request): Promise<Response> {
  try {
    const writer = await mayI('write');
    const filter = readListFilter(Object.fromEntries(new URL(request.url).searchParams));
    return new Response(streamOf(contactLines(writer, filter, await currentLanguage())), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="contacts.csv"',
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) return new Response(null, { status: 401 });
    if (isEarshotError(error, 'not_allowed')) return new Response(null, { status: 403 });
    throw error;
  }
}
