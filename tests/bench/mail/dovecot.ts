import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from '@/bin/boot/processes.js';

const programs = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];

/** Where Dovecot is installed; null where it is not. */
export const program = programs.find((path) => existsSync(path)) ?? null;

export interface Dovecot {
  readonly port: number;
  /** The Maildir of somebody who signs in under this name. */
  readonly maildir: (name: string) => string;
  readonly stop: () => Promise<void>;
}

/** A Dovecot of our own, for anybody who says "listen", with a Maildir for everybody. */
export async function startDovecot(): Promise<Dovecot> {
  if (!program) throw new Error('Dovecot is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'earshot-dovecot-'));
  const port = await freePort();
  const owner = ownerOfMail();
  for (const name of ['', 'run', 'state', 'mail']) {
    mkdirSync(join(folder, name), { recursive: true, mode: 0o755 });
    if (name === 'mail') chownSync(join(folder, name), owner.uid, owner.gid);
  }
  spawnSync('chmod', ['755', folder]);
  writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, port, owner));
  const server = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const answers = () =>
    new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false));
      socket.once('connect', () => socket.destroy());
    });
  if (!(await until(answers, 20_000, 50))) throw new Error('Dovecot does not answer.');
  return {
    port,
    maildir: (name) => join(folder, 'mail', name),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whose the mails are: Dovecot opens no mail as root. */
export const ownerOfMail = lazily(() => {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid };
  const of = (what: string) => Number(spawnSync('id', [what, 'mail'], { encoding: 'utf8' }).stdout);
  return { uid: of('-u'), gid: of('-g') };
});

function lazily<T>(make: () => T): () => T {
  let made: { readonly one: T } | undefined;
  return () => (made ??= { one: make() }).one;
}

function configuration(folder: string, port: number, { uid, gid }: { uid: number; gid: number }): string {
  const me = userInfo();
  const ours =
    me.uid === 0 ? '' : `default_internal_user = ${me.username}\ndefault_login_user = ${me.username}\n`;
  return `${ours}base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_fsync = never
mail_location = maildir:${folder}/mail/%u
mail_max_userip_connections = 50
passdb {
  driver = static
  args = password=listen
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
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
namespace inbox {
  inbox = yes
}
`;
}
