import { mayI } from '@/lib/auth/actor';
import { secondsToWait } from '@/lib/auth/limits';
import { Problem, problemResponse } from '@/lib/gate/check/problem';
import { wantedLanguage } from '@/lib/language/language';
import { readMailBody } from '@/lib/sync/inbound/body';
import { bringIn } from '@/lib/sync/inbound/mutations';

export const dynamic = 'force-dynamic';

/** Brings a raw mail in (`message/rfc822`), for the worker to read. The same mail again changes nothing. */
export async function POST(request: Request): Promise<Response> {
  const wanted = wantedLanguage(request.headers.get('accept-language'));
  let language = wanted ?? 'en';
  try {
    const actor = await mayI('read', { headers: request.headers, scope: 'mail:inbound' });
    language = wanted ?? actor.language;
    const seconds = await secondsToWait([['inbound', actor.userId]]);
    if (seconds > 0) throw new Problem('too_many_attempts', [], seconds);
    const { isNew, ...brought } = await bringIn(actor, await readMailBody(request));
    const headers = { 'Cache-Control': 'no-store' };
    return Response.json({ ...brought, known: !isNew }, { status: isNew ? 202 : 200, headers });
  } catch (thrown) {
    const problem = problemResponse(thrown, language);
    if (problem) return problem;
    throw thrown;
  }
}
