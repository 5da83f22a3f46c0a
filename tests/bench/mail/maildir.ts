import { chownSync, lutimesSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownerOfMail } from '@/tests/support/mail/dovecot-server';

let delivered = 0;

/** A mail as it lies in a Maildir; `at` is when the server received it. */
export interface Lying {
  readonly raw: string;
  readonly at: Date;
}

/** Makes a Maildir and puts mails into it, before anybody looks. */
export function fillMaildir(path: string, count: number, mail: (n: number) => Lying): void {
  const { uid, gid } = ownerOfMail();
  for (const name of ['', 'cur', 'new', 'tmp']) {
    mkdirSync(join(path, name), { recursive: true, mode: 0o755 });
    chownSync(join(path, name), uid, gid);
  }
  for (let n = 0; n < count; n += 1) put(path, 'cur', mail(n), ':2,S');
}

/** Delivers a mail, as a server does: written aside, then renamed into `new`. */
export function deliver(path: string, letter: Lying): void {
  put(path, 'new', letter, '');
}

function put(path: string, folder: 'cur' | 'new', { raw, at }: Lying, flags: string): void {
  const { uid, gid } = ownerOfMail();
  delivered += 1;
  const name = `${Math.floor(at.getTime() / 1000)}.M${delivered}P${process.pid}.bench,S=${Buffer.byteLength(raw)}`;
  const aside = join(path, 'tmp', name);
  writeFileSync(aside, raw);
  chownSync(aside, uid, gid);
  lutimesSync(aside, at, at);
  renameSync(aside, join(path, folder, name + flags));
}
