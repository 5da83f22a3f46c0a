import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '@/lib/clock/clock';
import { log } from '@/lib/log/log';
import { type About, anybody, backOff, heardIn, newsOf, type Change, type Memory } from './changes';
import type { News } from './news';
import { forgetChanges } from './mutations';
import { changedSince } from './queries';

type Hear = (news: News) => void;

export interface Tail {
  readonly memory: () => Memory;
  /** Calls `hear` with everything that changes from now on; answers how to stop. */
  readonly follow: (hear: Hear) => () => void;
  /** Somebody asked without following: stays awake for them for a while. */
  readonly asked: () => void;
  readonly stop: () => Promise<void>;
}

declare global {
  // Next loads this more than once (instrumentation, routes); a process asks once for all its pages.
  var earshotTail: Tail | undefined;
}

const awake = 400;
const asleep = 5_000;
const staysAwake = 30_000;
/** After this long without an answer another process may have let go of what was not heard here. */
const gap = 30_000;
const forgottenAfter = 60_000;
const remembered = 5_000;

/** The process's one ear on the database: it asks what changed, twice a second while somebody looks at a page. */
export function tail(): Tail {
  return (globalThis.earshotTail ??= begin());
}

/** Stops asking and forgets; the next call of `tail` begins anew. */
export async function stopTail(): Promise<void> {
  const open = globalThis.earshotTail;
  globalThis.earshotTail = undefined;
  await open?.stop();
}

function begin(): Tail {
  const hearers = new Set<Hear>();
  const stopped = new AbortController();
  let memory: Memory = { from: Number.MAX_SAFE_INTEGER, changes: [] };
  let last = 0;
  let awakeUntil = 0;
  let rouse = new AbortController();

  const clock = () => systemClock.now().getTime();
  const wake = () => {
    awakeUntil = clock() + staysAwake;
    rouse.abort();
  };
  const note = (about: readonly About[]) => {
    if (about.length === 0) return;
    // Never the same moment twice, so that one may be named as the last one heard.
    last = Math.max(last + 1, clock());
    const heard: Change[] = about.map((one) => ({ at: last, ...one }));
    const changes = [...memory.changes, ...heard].slice(-remembered);
    const cut = changes.length < memory.changes.length + heard.length;
    memory = { from: cut ? (changes[0]?.at ?? last) : memory.from, changes };
    const news = newsOf(heard, last);
    for (const hear of [...hearers]) hear(news);
  };
  // What happened while nobody listened is not known: perhaps anybody changed.
  const deaf = () => {
    memory = { from: Math.max(last + 1, clock()), changes: [] };
    note([anybody]);
  };
  const rest = async (failures: number) => {
    rouse = new AbortController();
    const quiet = hearers.size === 0 && clock() > awakeUntil;
    const time = failures > 0 ? backOff(failures) : quiet ? asleep : awake;
    const signal = AbortSignal.any([stopped.signal, rouse.signal]);
    await wait(time, null, { signal, ref: false }).catch(() => null);
  };
  const asking = ask({ note, deaf, rest, stopped: stopped.signal });
  return {
    memory: () => memory,
    asked: wake,
    follow: (hear) => {
      hearers.add(hear);
      wake();
      return () => hearers.delete(hear);
    },
    stop: async () => {
      stopped.abort();
      await asking;
    },
  };
}

interface Asking {
  readonly note: (about: readonly About[]) => void;
  readonly deaf: () => void;
  readonly rest: (failures: number) => Promise<void>;
  readonly stopped: AbortSignal;
}

async function ask({ note, deaf, rest, stopped }: Asking): Promise<void> {
  let upto: string | null = null;
  let seen: ReadonlySet<string> = new Set();
  let answered = -Infinity;
  let failures = 0;
  let kept: { readonly upto: string; readonly since: number } | null = null;
  while (!stopped.aborted) {
    try {
      const lost = performance.now() - answered > gap;
      const heard = heardIn(await changedSince(lost ? null : upto), seen);
      answered = performance.now();
      failures = 0;
      ({ upto, seen } = heard);
      if (lost) deaf();
      else note(heard.about);
      if (upto && (!kept || answered - kept.since > forgottenAfter)) {
        if (kept) await forgetChanges(kept.upto);
        kept = { upto, since: answered };
      }
    } catch (error) {
      if (failures === 0) log.error('live_stopped', error);
      failures += 1;
    }
    await rest(failures);
  }
}
