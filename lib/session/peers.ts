import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { z } from 'zod';
import { peerHeader } from './network';

const beginning = z.object({
  request: z.object({ headers: z.custom<Record<string, unknown>>((value) => typeof value === 'object') }),
  socket: z.object({ remoteAddress: z.string().optional() }),
});

/**
 * Notes on every request of this process where it was connected from. Next keeps X-Forwarded-For as the caller
 * wrote it and hands the socket to nobody, so a limit by address could be walked around.
 */
export function notePeers(): void {
  subscribe('http.server.request.start', (message) => {
    const read = beginning.safeParse(message);
    if (read.success) read.data.request.headers[peerHeader] = read.data.socket.remoteAddress ?? '';
  });
}
