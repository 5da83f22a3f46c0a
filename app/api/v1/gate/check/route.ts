import { mayI } from '@/lib/auth/actor';
import { secondsToWait } from '@/lib/auth/limits';
import { readCheck } from '@/lib/gate/check/asked';
import { readJson } from '@/lib/gate/check/body';
import { Problem, problemResponse } from '@/lib/gate/check/problem';
import { check } from '@/lib/gate/check/queries';
import { wantedLanguage } from '@/lib/language/language';

export const dynamic = 'force-dynamic';

/** May this be sent? The answer of the law, for programs with a token and for pages of ours. It changes nothing. */
export async function POST(request: Request): Promise<Response> {
  const wanted = wantedLanguage(request.headers.get('accept-language'));
  let language = wanted ?? 'en';
  try {
    const actor = await mayI('read', { headers: request.headers, scope: 'gate:check' });
    language = wanted ?? actor.language;
    const seconds = await secondsToWait([['check', actor.userId]]);
    if (seconds > 0) throw new Problem('too_many_attempts', [], seconds);
    const read = readCheck(await readJson(request));
    if (!read.ok) throw new Problem('invalid_input', read.faults);
    language = read.asked.language ?? language;
    const answer = await check(actor, read.asked, language);
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store', 'Content-Language': language } });
  } catch (thrown) {
    const problem = problemResponse(thrown, language);
    if (problem) return problem;
    throw thrown;
  }
}
