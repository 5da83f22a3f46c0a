import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from '@/bin/boot/processes.js';
import { postgresUser } from '@/bin/boot/program.js';

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

/** Whose the server and its mails are: nobody in particular, for Dovecot opens no mail as root. */
export function ownerOfMail(): Whom {
  return postgresUser(undefined) ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
}

export interface DovecotServer {
  readonly port: number;
  /** The Maildir of somebody who signs in under this name. */
  readonly maildir: (name: string) => string;
  readonly stop: () => Promise<void>;
}

/** A Dovecot of our own, for anybody who says "listen", with INBOX, Sent, Archive and Notes for everybody. */
export async function startDovecot(program: string): Promise<DovecotServer> {
  const whom = ownerOfMail();
  const home = mkdtempSync(join(tmpdir(), 'earshot-dovecot-'));
  const port = await freePort();
  writeFileSync(join(home, 'conf'), configuration(home, port, whom));
  for (const part of ['mail', 'run', 'state']) mkdirSync(join(home, part), { mode: 0o700 });
  for (const part of ['', 'conf', 'mail', 'run', 'state']) chownSync(join(home, part), whom.uid, whom.gid);
  // Ends with this process, however that ends: then nobody holds the other end of its input.
  const script = '"$1" -F -c "$0/conf" </dev/null & cat >/dev/null; kill $!; wait $!; rm -rf "$0"';
  const keeper = spawn('/bin/sh', ['-c', script, home, program], {
    ...{ uid: whom.uid, gid: whom.gid, cwd: '/', detached: true },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = new Promise<void>((done) => keeper.once('exit', () => done()));
  const stop = async () => {
    keeper.stdin.end();
    await gone;
  };
  if (await until(() => answers(port), 20_000, 50))
    return { port, maildir: (name) => join(home, 'mail', name), stop };
  const said = readFileSync(join(home, 'log'), 'utf8');
  await stop();
  throw new Error(`Dovecot did not start: ${said}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
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
mail_fsync = never
mail_location = maildir:${home}/mail/%u
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=listen
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}/mail/%u
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
