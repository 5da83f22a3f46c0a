import { mayI } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { sinceIn } from '@/lib/live/changes';
import { newsFor, openStream } from '@/lib/live/stream';

export const dynamic = 'force-dynamic';

// `no-transform` keeps what compresses from gathering a stream up; the last line tells nginx the same.
const streamed = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** What changes, as it changes: ids of contacts, or that perhaps anybody did. To whoever takes no stream, once. */
export async function GET(request: Request): Promise<Response> {
  const since = sinceIn(request.url, request.headers.get('last-event-id'));
  try {
    const actor = await mayI('read');
    if (!request.headers.get('accept')?.includes('text/event-stream'))
      return Response.json(newsFor(actor, since), { headers: { 'Cache-Control': 'no-store' } });
    const stream = await openStream(actor, since, request.signal);
    return stream ? new Response(stream, { headers: streamed }) : nothing();
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) return nothing();
    throw error;
  }
}

// No content: a browser then stops asking (HTML, 9.2.3), without complaining to whoever has just signed out.
function nothing(): Response {
  return new Response(null, { status: 204 });
}
