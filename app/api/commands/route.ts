import { z } from 'zod';
import { commandsFor, peopleFor, peopleToWriteTo } from '@/components/frame/palette/answer';
import { mayI, mayWrite } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { currentLanguage } from '@/lib/language/preferences';

export const dynamic = 'force-dynamic';

const asked = z.strictObject({
  contact: z.uuid().optional(),
  words: z.string().max(100).optional(),
  writing: z.literal('1').optional(),
});

/** What can be done here, or who is meant by what was typed: what the palette shows. */
export async function GET(request: Request): Promise<Response> {
  const read = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  try {
    const actor = await mayI('read');
    if (!read.success) return new Response(null, { status: 400 });
    const language = await currentLanguage();
    const { contact = null, words, writing } = read.data;
    const answer =
      words === undefined
        ? writing === '1' && mayWrite(actor)
          ? await peopleToWriteTo(actor, language)
          : await commandsFor(actor, contact, language)
        : await peopleFor(actor, words, language, writing === '1');
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) return new Response(null, { status: 401 });
    throw error;
  }
}
