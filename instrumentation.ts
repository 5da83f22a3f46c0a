/** Next calls this once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { notePeers } = await import('@/lib/session/peers');
  notePeers();
  const { endStreamsWithProcess } = await import('@/lib/live/stream');
  endStreamsWithProcess();
}
