// What happens without anybody asking: a round every few seconds of duties that are due, and a heartbeat.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beat } from '@/lib/db/heartbeat';
import { faultsOfTheLaw, judgeColleagues, letCopiesGoUncertain } from '@/lib/db/law';
import { closePool } from '@/lib/db/pool';
import { env } from '@/lib/env/env';
import { examineNightly } from '@/lib/keeping/examination/mutations';
import { log } from '@/lib/log/log';
import { keepSecrets } from '@/lib/mailboxes/mutations';
import { askAboutWaiting } from '@/lib/replies/language-model/asking/mutations';
import { keepModelKey } from '@/lib/replies/language-model/mutations';
import { suggestWaiting } from '@/lib/replies/suggested/mutations';
import { forgetLeft } from '@/lib/sync/asking/mutations';
import { settleAnswers } from '@/lib/sync/asking/settling/mutations';
import { forgetStrangers } from '@/lib/sync/strangers/mutations';
import { lawFilesIn, lawHash } from './boot/law-files.js';
import { listenToAll } from './listening';

interface Duty {
  readonly name: string;
  /** Milliseconds between two times. */
  readonly every: number;
  /** Does it once; answers how much there was to do. */
  readonly work: () => Promise<number>;
}

const duties: readonly Duty[] = [
  { name: 'copies_went_uncertain', every: 60_000, work: letCopiesGoUncertain },
  { name: 'colleagues_judged', every: 60_000, work: judgeColleagues },
  // What people logged; what mailboxes bring is read on the way in.
  { name: 'replies_read', every: 5_000, work: () => suggestWaiting(200) },
  { name: 'mail_answers_settled', every: 5_000, work: settleAnswers },
  { name: 'mails_forgotten', every: 60_000, work: forgetLeft },
  { name: 'strangers_forgotten', every: 60_000, work: forgetStrangers },
  { name: 'mailbox_secrets_kept', every: 600_000, work: keepSecrets },
  { name: 'model_secret_kept', every: 600_000, work: keepModelKey },
];

// What takes long goes on beside the rounds. The examination also while the law is not whole: it only looks.
const examination: Duty = { name: 'found_wrong', every: 60_000, work: examineOnce };
const opinions: Duty = { name: 'language_model_asked', every: 5_000, work: askOnce };
const beside = new Map<Duty, Promise<void>>();

const pause = 3_000;
const due = new Map<Duty, number>();
const ending = new AbortController();
let known = '';
let isWhole = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());

async function round(): Promise<void> {
  const faults = await faultsOfTheLaw();
  await beat('worker', faults.length > 0 ? 'law_not_whole' : null);
  if (faults.join() !== known) log.warn(faults.length > 0 ? 'law_not_whole' : 'law_whole_again', { faults });
  known = faults.join();
  isWhole = faults.length === 0;
  doBeside(examination);
  if (faults.length > 0) return;
  doBeside(opinions);
  for (const duty of duties) {
    if (!ending.signal.aborted && isDue(duty)) await does(duty);
  }
}

function isDue(duty: Duty): boolean {
  if (performance.now() < (due.get(duty) ?? 0)) return false;
  due.set(duty, performance.now() + duty.every);
  return true;
}

function doBeside(duty: Duty): void {
  if (beside.has(duty) || !isDue(duty)) return;
  beside.set(
    duty,
    does(duty).finally(() => beside.delete(duty)),
  );
}

// A model on this machine that has to be loaded first takes its minutes.
function askOnce(): Promise<number> {
  return askAboutWaiting({ patience: 120_000, signal: ending.signal, dice: Math.random });
}

async function examineOnce(): Promise<number> {
  const lawHere = lawHash(lawFilesIn(join(process.cwd(), 'prisma')));
  const found = await examineNightly({ lawHash: lawHere, signal: ending.signal });
  return found ? found.differing + found.faults : 0;
}

// A duty that fails is tried again when it is due again; the others go on.
async function does({ name, work }: Duty): Promise<void> {
  try {
    const done = await work();
    if (done > 0) log.info(name, { count: done });
  } catch (error) {
    log.error('duty_failed', error, { duty: name });
  }
}

env();
const listening = listenToAll(ending.signal, () => isWhole);
while (!ending.signal.aborted) {
  await round().catch((error: unknown) => log.error('round_failed', error));
  await wait(pause, undefined, { signal: ending.signal }).catch(() => undefined);
}
await Promise.all([listening, ...beside.values()]);
await closePool();
process.exit(0);
