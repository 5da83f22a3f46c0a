import { mayI } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { keepAsItStands } from '@/lib/outbox/drafts/mutations';
import { letterIn } from '@/lib/outbox/letter';
import { isFromHere } from '@/lib/session/same-origin';

/** Keeps what was typed as its page goes away: an action would be given up with the page that calls it. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request.headers)) return new Response(null, { status: 403 });
  try {
    const writer = await mayI('write');
    const letter = letterIn(await request.formData());
    if (!letter) return new Response(null, { status: 400 });
    await keepAsItStands(writer, letter);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) return new Response(null, { status: 401 });
    if (isEarshotError(error, 'not_allowed')) return new Response(null, { status: 403 });
    throw error;
  }
}
