import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { reportLines } from '@/lib/imports/report/queries';
import { importById } from '@/lib/imports/queries';
import { streamOf } from '@/lib/language/csv/stream';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { currentLanguage } from '@/lib/language/preferences';

/** The report of an import as a CSV file, a row a row, in the reader's language. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { data: id } = z.uuid().safeParse((await params).id);
  if (!id) return new Response(null, { status: 404 });
  try {
    const actor = await mayI('read');
    if (!(await importById(actor, id))) return new Response(null, { status: 404 });
    return new Response(streamOf(reportLines(actor, id, await currentLanguage())), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="import-report.csv"',
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) return new Response(null, { status: 401 });
    throw error;
  }
}
