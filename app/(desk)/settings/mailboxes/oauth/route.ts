import { cookies } from 'next/headers';
import { NextResponse } from 'next/server';
import { mayI } from '@/lib/auth/actor';
import { signInFor } from '@/lib/auth/way';
import { env } from '@/lib/env/env';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { signInBack } from '@/lib/mailboxes/oauth/mutations';
import { broughtSchema, startCookie } from '@/lib/mailboxes/oauth/start';
import { wayBack } from '@/lib/mailboxes/oauth/services';

/** Where Google and Microsoft send people back to, with what changes into tokens; from here they go on to the mailbox. */
export async function GET(request: Request): Promise<Response> {
  const brought = broughtSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const jar = await cookies();
  const kept = jar.get(startCookie)?.value;
  // It is good for one answer.
  jar.set(startCookie, '', { path: wayBack, maxAge: 0 });
  try {
    const writer = await mayI('write');
    return goTo(await signInBack(writer, brought.data ?? null, kept));
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) return goTo(signInFor('/settings/mailboxes'));
    if (isEarshotError(error, 'not_allowed')) return new Response(null, { status: 403 });
    throw error;
  }
}

function goTo(path: string): Response {
  return NextResponse.redirect(new URL(path, env().APP_URL), {
    status: 303,
    headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  });
}
