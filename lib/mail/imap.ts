import 'server-only';
import { ImapFlow, type FetchMessageObject, type MailboxObject } from 'imapflow';
import type { MailAccount, PinnedHost } from './account';
import { faultOf, mailFailed } from './fault';
import { type FolderOnServer, folderOf } from './folder';
import { rangeOf, uidsIn } from './sequence-set';
import { startTlsOf, wireTo } from './wire';

/** A folder as the server says it stands. */
export interface FolderNow {
  readonly uidvalidity: bigint;
  readonly uidnext: number;
  /** Null where the server keeps none (RFC 7162). */
  readonly highestModseq: bigint | null;
  readonly exists: number;
}

/** What is known of a mail before its body is fetched. */
export interface MailHead {
  readonly uid: number;
  /** Bytes. */
  readonly size: number;
  /** When the server received it. */
  readonly internalDate: Date;
  /** As it stands in the mail, its first 64 kB. */
  readonly header: string;
}

export interface MailSource {
  readonly uid: number;
  readonly bytes: Buffer;
}

/** One connection to one mailbox, in which one folder at a time is open, only to be read. */
export interface ImapSession {
  folders(): Promise<FolderOnServer[]>;
  open(path: string): Promise<FolderNow>;
  /** The UIDs from this one up that are there, ascending. */
  uidsFrom(uid: number): Promise<number[]>;
  /** Those of these UIDs, and of all where none are named, that are there, ascending. */
  present(uids?: readonly number[]): Promise<number[]>;
  heads(uids: readonly number[]): Promise<MailHead[]>;
  /** The mails whole, one after the other; what is gone meanwhile is left out. */
  sources(uids: readonly number[]): AsyncGenerator<MailSource>;
  /** The first so many bytes of one mail; null when it is gone. */
  beginning(uid: number, bytes: number): Promise<MailSource | null>;
  /** UIDs of the open folder's mails from or to this address. */
  withAddress(address: string): Promise<number[]>;
  /** Which UID the next mail of a folder will have, null where the server does not say; the open folder stays open. */
  uidnext(path: string): Promise<number | null>;
  /** Waits until the open folder changes (true), somebody aborts, or so many milliseconds have passed. */
  wait(milliseconds: number, signal: AbortSignal): Promise<boolean>;
  close(): void;
}

export interface Patience {
  /** Milliseconds a server may take to answer one command, or to send the next part of its answer. */
  readonly answer: number;
}

const longestHeader = 64 * 1024;
/** Mails that a search may find; a folder of so many would not fit into the worker's memory. */
const mostFound = 2_000_000;
const clientInfo = { name: 'Earshot' };

/**
 * Connects and signs in. Nothing is ever marked as read, moved or deleted.
 * @throws EarshotError `mail_failed`
 */
export async function openImap(
  account: MailAccount,
  host: PinnedHost,
  { answer }: Patience,
): Promise<ImapSession> {
  const { imap, login, secret } = account;
  const client = new ImapFlow({
    ...{ ...wireTo(imap, host), ...startTlsOf(imap), logger: false, clientInfo },
    auth:
      secret.kind === 'password'
        ? { user: login, pass: secret.password }
        : { user: login, accessToken: secret.token },
    ...{
      disableAutoIdle: true,
      connectionTimeout: answer,
      greetingTimeout: answer,
      socketTimeout: answer * 2,
    },
  });
  // Without a listener a lost connection would end the process; whoever uses it learns of it from its command.
  client.on('error', () => undefined);
  const patient = new Patient(client, answer);
  await patient.until(() => client.connect());
  return sessionOf(client, patient);
}

// Every command has an end, also on a connection that lives and says nothing.
class Patient {
  constructor(
    private readonly client: ImapFlow,
    private readonly answer: number,
  ) {}

  async until<T>(work: () => Promise<T>, patience = this.answer): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => {
        fail(mailFailed('not_answering'));
        this.client.close();
      }, patience);
    });
    const working = work();
    working.catch(() => undefined);
    try {
      return await Promise.race([working, late]);
    } catch (error) {
      this.client.close();
      throw mailFailed(faultOf(error));
    } finally {
      clearTimeout(timer);
    }
  }
}

function sessionOf(client: ImapFlow, patient: Patient): ImapSession {
  const search = async (query: Parameters<ImapFlow['search']>[0]): Promise<number[]> => {
    // As runs, from a server that can (RFC 4731): of a hundred thousand mails most stand in one.
    const found = await patient.until(() =>
      client.search(query, { uid: true, returnOptions: ['ALL', 'COUNT'] }),
    );
    // A search that failed is not one that found nothing.
    if (!found) throw mailFailed('other');
    if (Array.isArray(found)) return found.sort((a, b) => a - b);
    const uids = uidsIn(found.all ?? '', mostFound);
    if (uids === null || uids.length !== found.count) throw mailFailed('other');
    return uids;
  };
  // How many mails the open folder was said to have.
  let told = 0;
  return {
    async folders() {
      const listed = await patient.until(() => client.list());
      return listed
        .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
        .map(folderOf);
    },
    async open(path) {
      // Selected anew each time: what a server says of a folder that stays open may be old.
      const now = nowOf(await patient.until(() => client.mailboxOpen(path, { readOnly: true })));
      told = now.exists;
      return now;
    },
    async uidsFrom(uid) {
      // "n:*" is never empty where there is any mail at all (RFC 3501 §6.4.8).
      return (await search({ uid: `${uid}:*` })).filter((found) => found >= uid);
    },
    async present(uids) {
      if (uids?.length === 0) return [];
      return search(uids ? { uid: rangeOf(uids) } : { all: true });
    },
    async heads(uids) {
      if (uids.length === 0) return [];
      // Not the fields by name: each name is read in every answer, which takes longer than the lines left out. Cut where
      // it lies: what somebody wrote into a header without end is not sent here.
      const header = { key: 'HEADER', start: 0, maxLength: longestHeader };
      const query = { uid: true, size: true, internalDate: true, bodyParts: [header] };
      const found = await patient.until(() => client.fetchAll(rangeOf(uids), query, { uid: true }));
      return found.flatMap(headOf);
    },
    async *sources(uids) {
      if (uids.length === 0) return;
      const coming = client.fetch(rangeOf(uids), { uid: true, source: true }, { uid: true });
      for (;;) {
        const { value, done } = await patient.until(() => coming.next());
        if (done || !value) return;
        if (value.source) yield { uid: value.uid, bytes: value.source };
      }
    },
    async beginning(uid, bytes) {
      const query = { uid: true, source: { start: 0, maxLength: bytes } };
      const [found] = await patient.until(() => client.fetchAll(`${uid}`, query, { uid: true }));
      return found?.source ? { uid: found.uid, bytes: found.source } : null;
    },
    async withAddress(address) {
      return search({ or: [{ from: address }, { to: address }, { cc: address }, { bcc: address }] });
    },
    async uidnext(path) {
      const status = await patient.until(() => client.status(path, { uidNext: true }));
      return (status && status.uidNext) || null;
    },
    wait: (milliseconds, signal) => waitForNews(client, patient, told, { milliseconds, signal }),
    close: () => client.close(),
  };
}

// Ends IDLE by asking for something else, as one does; NOOP also proves that somebody is there.
async function waitForNews(
  client: ImapFlow,
  patient: Patient,
  told: number,
  { milliseconds, signal }: { milliseconds: number; signal: AbortSignal },
): Promise<boolean> {
  let heard: () => void = () => undefined;
  let over: () => void = () => undefined;
  const news = new Promise<boolean>((resolve) => {
    heard = () => resolve(true);
    over = () => resolve(false);
  });
  const timer = setTimeout(over, milliseconds);
  signal.addEventListener('abort', over);
  for (const event of ['exists', 'expunge', 'close'] as const) client.once(event, heard);
  // What was said between the last answer and here.
  if (signal.aborted) over();
  if (client.mailbox && client.mailbox.exists !== told) heard();
  const idling = client.idle().catch(() => undefined);
  try {
    const isNews = await news;
    await patient.until(() => client.noop());
    await patient.until(() => idling);
    return isNews;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', over);
    for (const event of ['exists', 'expunge', 'close'] as const) client.off(event, heard);
  }
}

function nowOf({ uidValidity, uidNext, highestModseq, exists }: MailboxObject): FolderNow {
  return { uidvalidity: uidValidity, uidnext: uidNext, highestModseq: highestModseq ?? null, exists };
}

function headOf({ uid, size, internalDate, headers }: FetchMessageObject): MailHead[] {
  if (!headers) return [];
  const at = new Date(internalDate ?? Number.NaN);
  // Without a date of the server's there is none to go by: as old as can be, so that it opens nothing.
  return [
    {
      uid,
      size: size ?? 0,
      internalDate: Number.isNaN(at.getTime()) ? new Date(0) : at,
      header: headers.toString('latin1'),
    },
  ];
}
