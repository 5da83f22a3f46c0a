import { createServer, connect as dial, type AddressInfo, type Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import answers from 'hoodiecrow-imap/lib/commands/handlers/fetch.js';
import type { MailAccount } from '@/lib/mail/account';
import { openImap, type ImapSession } from '@/lib/mail/imap';

/** A mail as it lies in a folder. */
export interface Lying {
  readonly raw: string;
  /** When the server received it. */
  readonly at: Date;
}

const plugins = ['IDLE', 'UIDPLUS', 'SPECIAL-USE', 'ID', 'ENABLE', 'CONDSTORE', 'LITERALPLUS', 'UNSELECT'];

// It forgets the end of a range once the first mail was shorter, and answers nothing of the next ones.
const { BODY: part } = answers;
answers.BODY = (connection, mail, asked) =>
  part(connection, mail, { ...asked, ...(asked.partial && { partial: [...asked.partial] }) });

/** A scriptable IMAP server in this process, with INBOX, Sent, Archive, Junk and Notes. */
export class ImapServer {
  private constructor(
    private readonly server: ReturnType<typeof hoodiecrow>,
    readonly port: number,
  ) {}

  static async start(): Promise<ImapServer> {
    const folders = {
      Sent: { 'special-use': '\\Sent' },
      Archive: { 'special-use': '\\Archive' },
      Junk: { 'special-use': '\\Junk' },
      Notes: {},
    };
    const server = hoodiecrow({
      plugins,
      users: { ana: { password: 'listen' } },
      storage: { INBOX: {}, '': { folders } },
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.server.address() as AddressInfo;
    return new ImapServer(server, port);
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.server.close(done));
  }

  /** Delivers a mail, as a server does: with news to whoever is idle. Answers its UID. */
  deliver(path: string, { raw, at }: Lying): number {
    return this.server.appendMessage(path, [], at, raw).message.uid;
  }

  /** Removes a mail, with news. */
  expunge(path: string, uid: number): void {
    const folder = this.folder(path);
    const at = folder.messages.findIndex((one) => one.uid === uid);
    if (at === -1) return;
    folder.messages.splice(at, 1);
    this.server.notify({ tag: '*', attributes: [at + 1, { type: 'ATOM', value: 'EXPUNGE' }] }, folder);
  }

  /** Gives every mail of a folder another UID under another UIDVALIDITY, as a server does after a repair. */
  renumber(path: string): void {
    const folder = this.folder(path);
    folder.uidvalidity += 1;
    folder.uidnext = 1;
    for (const mail of folder.messages) mail.uid = folder.uidnext++;
  }

  uids(path: string): number[] {
    return this.folder(path).messages.map(({ uid }) => uid);
  }

  raws(path: string): string[] {
    return this.folder(path).messages.map(({ raw }) => raw);
  }

  private folder(path: string) {
    const folder = this.server.getMailbox(path);
    if (!folder) throw new Error(`There is no folder ${path}.`);
    return folder;
  }
}

const secret = { kind: 'password', password: 'listen' } as const;

/** Connects as the owner of the mailbox. */
export function signIn(port: number, answer = 5_000): Promise<ImapSession> {
  const account: MailAccount = { imap: { host: '127.0.0.1', port, security: 'none' }, login: 'ana', secret };
  const pinned = {
    address: '127.0.0.1',
    family: 4,
    servername: '',
    where: 'listed',
    isLoopback: true,
  } as const;
  return openImap(account, pinned, { answer });
}

/** What stands between a client and the server, to cut and to freeze. */
export class Line {
  /** Bytes from the server after which a connection is cut; null: never. */
  cutAfter: number | null = null;
  /** Lets nothing through, and closes nothing: a half-open connection. */
  frozen = false;
  cuts = 0;

  private constructor(
    readonly port: number,
    private readonly close: () => Promise<void>,
  ) {}

  static async to(target: number): Promise<Line> {
    const sockets = new Set<Socket>();
    const server = createServer((client) => line.join(client, dial(target, '127.0.0.1'), sockets));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const line = new Line((server.address() as AddressInfo).port, async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((done) => server.close(() => done()));
    });
    return line;
  }

  stop(): Promise<void> {
    return this.close();
  }

  private join(client: Socket, server: Socket, sockets: Set<Socket>): void {
    let came = 0;
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (chunk) => void (this.frozen || server.write(chunk)));
    server.on('data', (chunk: Buffer) => {
      if (this.frozen) return;
      came += chunk.byteLength;
      const most = this.cutAfter;
      if (most === null || came <= most) return void client.write(chunk);
      // What is left of the last answer arrives, and then nothing.
      client.write(chunk.subarray(0, Math.max(0, chunk.byteLength - (came - most))), () => client.destroy());
      this.cutAfter = null;
      this.cuts += 1;
    });
  }
}
