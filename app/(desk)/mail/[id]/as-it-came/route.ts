import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { readApart } from '@/lib/mail/reading/apart';
import { headersOfSafeDocument, safeDocument } from '@/lib/mail/safe-document';
import { isFromHere } from '@/lib/session/same-origin';
import { mailOfMessage } from '@/lib/sync/kept/queries';

export const dynamic = 'force-dynamic';

type Place = { readonly params: Promise<{ readonly id: string }> };

/**
 * The HTML of a mail, made harmless, for the sandboxed frame of the page beside this. Pictures from elsewhere only with
 * `?pictures=1`, and only where our own page asks.
 */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  try {
    const actor = await mayI('read');
    const id = z.uuid().safeParse((await params).id).data;
    const kept = id ? await mailOfMessage(actor, id) : null;
    const mail = kept && (await readApart(kept.bytes, { pictures: true }));
    if (!mail?.html) return new Response(null, { status: 404 });
    const asked = new URL(request.url).searchParams.get('pictures') === '1';
    const remote = asked && isFromHere(request.headers);
    const { html } = safeDocument(mail.html, { remote, pictures: mail.pictures ?? {} });
    return new Response(html, { headers: headersOfSafeDocument({ remote }) });
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) return new Response(null, { status: 401 });
    if (isEarshotError(error, 'not_allowed')) return new Response(null, { status: 403 });
    throw error;
  }
}
