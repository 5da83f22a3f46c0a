import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { freePort, until } from '@/bin/boot/processes.js';
import { postgresUser } from '@/bin/boot/program.js';
import type { Lying } from './imap-server';

const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];

/** Where the program lies; null where there is none, or one whose configuration is another (2.4 and later). */
export function findDovecot(): string | null {
  const program = folders.map((folder) => join(folder, 'dovecot')).find((path) => existsSync(path));
  const version = program ? spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout : '';
  return program && version.startsWith('2.3.') ? program : null;
}

interface Whom {
  readonly uid: number;
  readonly gid: number;
}

/** A Dovecot of the test's own, run by nobody in particular, with the folders INBOX, Sent, Archive and Notes of Ana. */
export class Dovecot {
  private constructor(
    readonly port: number,
    private readonly keeper: ChildProcess,
    private readonly admin: ImapFlow,
  ) {}

  static async start(program: string): Promise<Dovecot> {
    const whom = postgresUser(undefined) ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    const home = mkdtempSync(join(tmpdir(), 'earshot-dovecot-'));
    const port = await freePort();
    writeFileSync(join(home, 'conf'), configuration(home, port, whom));
    writeFileSync(join(home, 'users'), 'ana:listen\n');
    for (const part of ['mail', 'run', 'state']) mkdirSync(join(home, part), { mode: 0o700 });
    for (const part of ['', 'conf', 'users', 'mail', 'run', 'state'])
      chownSync(join(home, part), whom.uid, whom.gid);
    // Ends with this process, however that ends: then nobody holds the other end of its input.
    const script = '"$1" -F -c "$0/conf" </dev/null & cat >/dev/null; kill $!; wait $!; rm -rf "$0"';
    const keeper = spawn('/bin/sh', ['-c', script, home, program], {
      ...{ uid: whom.uid, gid: whom.gid, cwd: '/', detached: true },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const admin = await until(() => signInAsAdmin(port), 10_000, 50);
    if (admin) return new Dovecot(port, keeper, admin);
    keeper.stdin.end();
    throw new Error(`Dovecot did not start: ${readFileSync(join(home, 'log'), 'utf8')}`);
  }

  async stop(): Promise<void> {
    const gone = new Promise((done) => this.keeper.once('exit', done));
    this.admin.close();
    this.keeper.stdin?.end();
    await gone;
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

async function signInAsAdmin(port: number): Promise<ImapFlow | null> {
  const server = { host: '127.0.0.1', port, secure: false, logger: false } as const;
  const admin = new ImapFlow({ ...server, auth: { user: 'ana', pass: 'listen' } });
  admin.on('error', () => undefined);
  return admin.connect().then(
    () => admin,
    () => null,
  );
}

const nameIn = (file: string, id: number) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find((line) => Number(line[2]) === id)?.[0] ?? '';

function configuration(home: string, port: number, { uid, gid }: Whom): string {
  const [user, group] = [nameIn('/etc/passwd', uid), nameIn('/etc/group', gid)];
  return `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:${home}/mail
mail_max_userip_connections = 100
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${home}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}/mail
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
  mailbox Archive {
    auto = create
    special_use = \\Archive
  }
  mailbox Notes {
    auto = create
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}
