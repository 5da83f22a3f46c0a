import { ImapFlow } from 'imapflow';
import { type DovecotServer, startDovecot } from './dovecot-server';
import type { Lying } from './imap-server';

/** A Dovecot of the test's own, and somebody who puts mail into the folders of Ana. */
export class Dovecot {
  private constructor(
    private readonly server: DovecotServer,
    private readonly admin: ImapFlow,
  ) {}

  get port(): number {
    return this.server.port;
  }

  static async start(program: string): Promise<Dovecot> {
    const server = await startDovecot(program);
    const admin = await signInAsAdmin(server.port);
    return new Dovecot(server, admin);
  }

  async stop(): Promise<void> {
    this.admin.close();
    await this.server.stop();
  }

  async deliver(path: string, { raw, at }: Lying): Promise<void> {
    await this.admin.append(path, Buffer.from(raw), [], at);
  }

  async expunge(path: string, uids: readonly number[]): Promise<void> {
    if (uids.length === 0) return;
    await this.admin.mailboxOpen(path);
    await this.admin.messageDelete(uids.join(), { uid: true });
  }

  /** Makes a folder anew with the same mails: they have other UIDs under another UIDVALIDITY. */
  async renumber(path: string): Promise<void> {
    await this.admin.mailboxCreate('Anew');
    await this.admin.mailboxOpen(path);
    await this.admin.messageCopy('1:*', 'Anew');
    await this.admin.mailboxOpen('Notes');
    await this.admin.mailboxDelete(path);
    await this.admin.mailboxRename('Anew', path);
  }

  async uids(path: string): Promise<number[]> {
    await this.admin.mailboxOpen(path);
    return (await this.admin.search({ all: true }, { uid: true })) || [];
  }

  async raws(path: string): Promise<string[]> {
    const raws: string[] = [];
    if ((await this.admin.mailboxOpen(path)).exists === 0) return raws;
    for await (const { source } of this.admin.fetch('1:*', { source: true })) raws.push(String(source));
    return raws;
  }
}

async function signInAsAdmin(port: number): Promise<ImapFlow> {
  const server = { host: '127.0.0.1', port, secure: false, logger: false } as const;
  const admin = new ImapFlow({ ...server, auth: { user: 'ana', pass: 'listen' } });
  admin.on('error', () => undefined);
  await admin.connect();
  return admin;
}
