import { health } from '@/lib/db/health';
import { mailboxHealth } from '@/lib/mailboxes/queries';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

/** Whether web, worker and database work, and how many mailboxes are heard. Open to everybody: it says nothing about anybody. */
export async function GET(): Promise<Response> {
  const [{ ok, database, worker }, mailboxes] = await Promise.all([health(), mailboxHealth()]);
  return Response.json(
    { ok, version, database, worker, mailboxes },
    { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
