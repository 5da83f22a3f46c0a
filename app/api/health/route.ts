import { health } from '@/lib/db/health';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

/** Whether web, worker and database work. Open to everybody: it says nothing about anybody. */
export async function GET(): Promise<Response> {
  const { ok, database, worker } = await health();
  return Response.json(
    { ok, version, database, worker },
    { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
