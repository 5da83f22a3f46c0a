import 'server-only';
import { v7 } from 'uuid';
import type { PoolClient } from '@/lib/db/pool';
import { databaseFault } from '@/lib/errors/database-fault';
import { keepSuggestions } from '@/lib/replies/suggested/mutations';
import { learntModel } from '@/lib/replies/suggested/queries';
import { suggestionFor } from '@/lib/replies/suggested/suggestion';
import { idFromContent } from '../identity';
import type { Facts, Placed } from '../matching/match';
import { ignoredAmong } from '../strangers/queries';
import { askAll, type Question } from './asking/mutations';
import type { Prepared } from './incoming';
import { link } from './linking/mutations';
import { Plan } from './plan';
import type { Planned } from './planned';
import { factsAbout, messagesUnder, reportFacts, threadsOf } from './queries';
import { keepRaws, noLongerWaits } from './raw/mutations';
import { Raced, recordMessages, recordThreads } from './recording/mutations';
import { isUnkeepable } from './unkeepable';

/** To whom a mail came, and what is done with strangers there. */
export interface Place {
  /** Null: a program brought it in. */
  readonly mailboxId: string | null;
  readonly own: Facts['own'];
  readonly mailboxUserId: string;
  readonly inSent: boolean;
  /** From when on a person is asked about somebody unknown who writes; null: never. */
  readonly since: Date | null;
  /** It cannot be fetched again, so it is kept while it is asked about. */
  readonly keeps: boolean;
}

/** What became of a mail. */
export interface Filed {
  readonly result: 'message' | 'remembered' | 'asked';
  readonly why: string | null;
  readonly rawMailId: string | null;
  /** Messages that were not there before. */
  readonly made: readonly Made[];
}

export interface Made {
  readonly id: string;
  readonly contactId: string;
  readonly ref: string;
  readonly direction: 'inbound' | 'outbound';
  readonly kind: Placed['kind'];
}

/** What became of a mail, or why it cannot be kept. */
export type End = Filed | { readonly result: 'skipped'; readonly why: string; readonly rawMailId: null };

/**
 * Files mails inside the caller's transaction, in this order, in as few statements as the law allows: whose they are,
 * their messages through the law's triggers, what they name and what names them, the questions they leave open. The same
 * mail again changes nothing. What PostgreSQL or the law cannot take is skipped, and keeps nobody deaf to the rest.
 */
export async function fileOrSkip(
  client: PoolClient,
  mails: readonly Prepared[],
  place: Place,
): Promise<End[]> {
  const ends: End[] = [];
  for (const run of runsOfOneKind(mails)) {
    ends.push(...((await attempt(client, run, place)) ?? (await oneByOne(client, run, place))));
  }
  return ends;
}

/** Files one mail as `fileOrSkip` does, and fails where it cannot be kept. */
export async function fileMail(client: PoolClient, prepared: Prepared, place: Place): Promise<Filed> {
  const [filed] = await unraced(client, () => file(client, [prepared], place));
  if (!filed) throw new Error('A mail that is filed has an end.');
  return filed;
}

// What a report does, an opt-out or a closed address, is recorded before the next mail is: it is filed alone.
function runsOfOneKind(mails: readonly Prepared[]): Prepared[][] {
  const runs: Prepared[][] = [];
  let alone = true;
  for (const one of mails) {
    const isReport = one.mail.read.bounce !== null || one.mail.read.complaint !== null;
    if (alone || isReport) runs.push([one]);
    else runs.at(-1)?.push(one);
    alone = isReport;
  }
  return runs;
}

async function attempt(client: PoolClient, run: readonly Prepared[], place: Place): Promise<End[] | null> {
  await client.query('SAVEPOINT mails');
  try {
    const ends = await unraced(client, () => file(client, run, place));
    await client.query('RELEASE SAVEPOINT mails');
    return ends;
  } catch (error) {
    if (!isUnkeepable(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT mails');
    return run.length === 1 ? [skipped(error)] : null;
  }
}

async function oneByOne(client: PoolClient, run: readonly Prepared[], place: Place): Promise<End[]> {
  const ends: End[] = [];
  for (const one of run) ends.push(...((await attempt(client, [one], place)) ?? []));
  return ends;
}

function skipped(error: unknown): End {
  const fault = databaseFault(error);
  if (!fault) throw error;
  const why = fault.sqlstate === 'P0G02' ? fault.message : `not_kept_${fault.sqlstate.toLowerCase()}`;
  return { result: 'skipped', why: why.replace(/[^a-z_0-9]/g, '_').slice(0, 60), rawMailId: null };
}

// Somebody else recorded one of them between the question and the answer: then it is there now.
async function unraced<T>(client: PoolClient, work: () => Promise<T>, tries = 3): Promise<T> {
  await client.query('SAVEPOINT race');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Raced) || tries <= 1) throw error;
    await client.query('ROLLBACK TO SAVEPOINT race');
    return unraced(client, work, tries - 1);
  }
}

async function file(client: PoolClient, mails: readonly Prepared[], place: Place): Promise<Filed[]> {
  const plan = await planFor(client, mails, place);
  const planned = mails.map((one) => plan.plan(one));
  const made = planned.flatMap((one) => one.made);
  await recordThreads(client, plan.threads);
  await recordMessages(client, made);
  await link(client, made);
  const ignored = await ignoredAmong(
    place.mailboxUserId,
    planned.flatMap(({ asked }) => (asked?.kind === 'unknown_sender' ? asked.handle : [])),
    client,
  );
  const questions = planned.map((one) => questionOf(one, place, ignored));
  const raws = await keepRaws(
    client,
    planned.map((one, at) => ({ ...one, waits: waits(one, questions[at] ?? null, place) })),
    place,
  );
  await suggestAll(client, planned);
  await askAll(
    client,
    questions.flatMap((asked, at) => (asked ? [{ ...asked, rawMailId: raws[at] ?? null }] : [])),
    place,
  );
  await noLongerWaits(
    client,
    planned.flatMap((one, at) => (one.messageIds.length > 0 ? (raws[at] ?? []) : [])),
  );
  return planned.map((one, at) => ({
    ...endOf(one, questions[at] ?? null),
    rawMailId: raws[at] ?? null,
    made: one.made.map(({ id, contactId, ref, direction, kind }) => ({
      id,
      contactId,
      ref,
      direction,
      kind,
    })),
  }));
}

async function planFor(client: PoolClient, mails: readonly Prepared[], place: Place): Promise<Plan> {
  const known = await factsAbout(mails, client);
  const [first, another] = mails;
  const reported = first && !another ? await reportFacts(first, known, client) : {};
  const there = await messagesUnder([...new Set(mails.map(({ messageId }) => messageId))], client);
  // Under one id there may be two mails: then each is looked for by its content as well.
  const taken = new Set(there.map(({ ref }) => ref));
  const doubted = mails.filter(({ messageId }) => taken.has(messageId) || !taken.add(messageId));
  const alike =
    doubted.length > 0
      ? await messagesUnder(
          doubted.map(({ bytes }) => idFromContent(bytes)),
          client,
        )
      : [];
  const contacts = [...known.addresses.values(), ...[...known.known.values()].flat()];
  const threads = await threadsOf([...new Set(contacts.map(({ contactId }) => contactId))], client);
  return new Plan({ ...known, ...reported }, place, { there: [...there, ...alike], threads }, () => v7());
}

type Unasked = Omit<Question, 'rawMailId'>;

// Whose it is, nobody knows; who strangers are is asked of mail that came since the mailbox is connected, unless they are
// to be left alone.
function questionOf(
  { prepared, messageIds, asked }: Planned,
  { since }: Place,
  ignored: ReadonlySet<string>,
): Unasked | null {
  if (asked === null) return null;
  const isNew = since !== null && prepared.internalDate >= since && !ignored.has(asked.handle);
  if (messageIds.length === 0 && asked.kind === 'unknown_sender' && !isNew) return null;
  return { asked, name: prepared.name };
}

// Null: the mail itself is not kept.
function waits({ messageIds }: Planned, question: Unasked | null, { keeps }: Place): boolean | null {
  if (messageIds.length > 0) return false;
  return keeps || question?.asked.kind === 'which_contact' ? true : null;
}

async function suggestAll(client: PoolClient, planned: readonly Planned[]): Promise<void> {
  const said = planned.flatMap(({ prepared, made }) =>
    made
      .filter(({ direction, kind }) => direction === 'inbound' && kind === 'human')
      .map((one) => ({ ...one, read: prepared.read })),
  );
  if (said.length === 0) return;
  const model = await learntModel(client);
  const replies = said.map(({ id, body, occurredAt, read }) => {
    // The reading thread knows nothing of what was heard otherwise here.
    const shipped = model.learnt.length === 0 ? read?.suggestion : undefined;
    return { id, said: shipped ?? suggestionFor({ body, occurredAt, channel: 'email' }, model) };
  });
  await keepSuggestions(replies, client);
}

function endOf({ prepared, messageIds }: Planned, question: Unasked | null): Pick<Filed, 'result' | 'why'> {
  if (messageIds.length === 0) {
    return question ? { result: 'asked', why: question.asked.kind } : { result: 'remembered', why: null };
  }
  return { result: 'message', why: prepared.read === null ? 'unreadable' : prepared.cut ? 'cut' : null };
}
