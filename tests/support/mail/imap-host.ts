import type { Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';

/** A mail server for a browser test: of ana, with "listen". ImapServer has more, and cannot be loaded beside a browser. */
export interface ImapHost {
  /** Delivers a mail that is received now, with news to whoever is idle. */
  deliver(path: string, raw: string): void;
  stop(): Promise<void>;
}

const plugins = ['IDLE', 'UIDPLUS', 'SPECIAL-USE', 'ID', 'ENABLE', 'CONDSTORE', 'LITERALPLUS', 'UNSELECT'];

/** Starts one on this machine, with INBOX, Sent, Junk and Notes. */
export async function imapHost(port: number): Promise<ImapHost> {
  const folders = { Sent: { 'special-use': '\\Sent' }, Junk: { 'special-use': '\\Junk' }, Notes: {} };
  const users = { ana: { password: 'listen' } };
  const server = hoodiecrow({ plugins, users, storage: { INBOX: {}, '': { folders } } });
  const open = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    deliver: (path, raw) => void server.appendMessage(path, [], new Date(), raw),
    // Whoever listens does not hang up by themselves.
    stop: () =>
      new Promise((done) => {
        server.close(done);
        for (const socket of open) socket.destroy();
      }),
  };
}
