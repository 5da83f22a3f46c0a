import { mayI } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { filterFrom } from '@/lib/gate/log/asked';
import { logLines } from '@/lib/gate/log/export/queries';
import { streamOf } from '@/lib/language/csv/stream';
import { currentLanguage } from '@/lib/language/preferences';
import { readingNow } from '@/lib/policy/queries';

/** The gate log as a CSV file, with the filters of the page, in the reader's language. For whoever writes. */
export async function GET(request: Request): Promise<Response> {
  try {
    const writer = await mayI('write');
    const filter = filterFrom(Object.fromEntries(new URL(request.url).searchParams));
    const reading = await readingNow(await currentLanguage());
    return new Response(streamOf(logLines(writer, filter, reading)), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="gate-log.csv"',
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) return new Response(null, { status: 401 });
    if (isEarshotError(error, 'not_allowed')) return new Response(null, { status: 403 });
    throw error;
  }
}
