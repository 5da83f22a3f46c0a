import { Worker } from 'node:worker_threads';
import { z } from 'zod';

// The server lives in a thread of its own: what it costs is not ours.
const script = `
const { parentPort, workerData } = require('node:worker_threads');
const hoodiecrow = require('hoodiecrow-imap');
const words = 'We saw your work in the spring and would like to know what it costs to show it here for a month. '.repeat(30);
const one = (n) => ({
  internaldate: new Date(Date.UTC(2026, 0, 1) + n * 60000),
  raw: ['Message-ID: <b' + n + '@bench.example>', 'From: Person ' + n + ' <p' + (n % workerData.people) + '@' + (n % 100 < workerData.share ? 'known' : 'strange') + '.example>',
    'To: ana@atelier.example', 'Subject: About number ' + n, 'Date: Thu, 1 Jan 2026 09:00:00 +0000', 'Content-Type: text/plain; charset=utf-8', '', words, 'Number ' + n, ''].join('\\r\\n'),
});
const server = hoodiecrow({ plugins: ['IDLE', 'UIDPLUS', 'SPECIAL-USE', 'ID', 'ENABLE', 'LITERALPLUS', 'UNSELECT'], users: { ana: { password: 'listen' } },
  storage: { INBOX: { messages: Array.from({ length: workerData.mails }, (_, n) => one(n)) }, '': { folders: {} } } });
parentPort.on('message', (raw) => server.appendMessage('INBOX', [], new Date(), raw));
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.server.address().port));
`;

export interface Mailbox {
  readonly port: number;
  readonly deliver: (raw: string) => void;
  readonly stop: () => Promise<unknown>;
}

/** A server with so many mails of about 3 kB, of which so many in a hundred are from so many contacts. */
export async function mailbox(size: { mails: number; share: number; people: number }): Promise<Mailbox> {
  const thread = new Worker(script, { eval: true, workerData: size });
  const port = await new Promise<number>((done, failed) => {
    thread.once('message', (said: unknown) => done(z.number().parse(said)));
    thread.once('error', failed);
  });
  return { port, deliver: (raw) => thread.postMessage(raw), stop: () => thread.terminate() };
}
