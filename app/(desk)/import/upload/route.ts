import { mayI } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { keepUpload } from '@/lib/imports/uploads/mutations';
import { boundaryOf, filePart } from '@/lib/imports/uploads/multipart';
import { isFromHere } from '@/lib/session/same-origin';

/** Takes a file in, piece by piece; a server action would hold all of it. Answers with the page that shows it. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request.headers)) return new Response(null, { status: 403 });
  try {
    const writer = await mayI('write');
    const boundary = boundaryOf(request.headers.get('content-type'));
    const part = boundary && request.body ? await filePart(request.body, boundary) : null;
    if (!part) return seeOther('/import?fault=choose');
    return seeOther(`/import/${await keepUpload(writer, part)}`);
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) return seeOther('/sign-in?next=%2Fimport');
    if (isEarshotError(error, 'not_allowed')) return new Response(null, { status: 403 });
    if (isEarshotError(error, 'unreadable_file'))
      return seeOther(`/import?fault=${String(error.facts['why'])}`);
    throw error;
  }
}

const seeOther = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
