import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { claimed, holderOf, signedIn } from '@/lib/session/session';
import { eventOf, newsSince } from './changes';
import type { News } from './news';
import { tail } from './tail';

declare global {
  // Next loads this more than once; what is open counts together.
  var earshotStreams: Map<string, Set<() => void>> | undefined;
}

const streams = () => (globalThis.earshotStreams ??= new Map<string, Set<() => void>>());

const streamsEach = 8;
const heartbeat = 15_000;
/** Then the browser comes again, and shows its cookie again. */
const longest = 3_600_000;
const asksAtMostEvery = 1_000;
/** So many messages unread, and the browser is gone, whatever its connection says. */
const unreadAtMost = 200;

/** What changed since a moment, for those whose way lets no stream through. */
export function newsFor(_actor: Actor, since: number | null): News {
  const now = systemClock.now().getTime();
  const follower = tail();
  follower.asked();
  const told = since === null ? null : newsSince(follower.memory(), since, now);
  return told ?? { at: since ?? now, all: false, contacts: [], mailboxes: [] };
}

/**
 * A stream of what changes, from a moment on, until the browser leaves or the session ends. Null when this person has
 * too many open already, or was signed out just now.
 */
export async function openStream(
  actor: Actor,
  since: number | null,
  leaves: AbortSignal,
): Promise<ReadableStream<Uint8Array> | null> {
  const [session, claim] = [await signedIn(), await claimed()];
  const mine = streams().get(actor.userId) ?? new Set();
  if (!claim || session?.id !== actor.userId || leaves.aborted || mine.size >= streamsEach) return null;
  const userId = session.id;
  const stillIn = async () => (await holderOf(claim)) !== null;
  const ended = new AbortController();
  const over = AbortSignal.any([leaves, ended.signal]);
  const end = () => ended.abort();
  streams().set(userId, mine.add(end));
  over.addEventListener('abort', () => mine.delete(end) && mine.size === 0 && streams().delete(userId));
  return new ReadableStream<Uint8Array>(
    { start: (stream) => run(stream, { since, stillIn, over, end }), cancel: end },
    { highWaterMark: 1 },
  );
}

interface Running {
  readonly since: number | null;
  readonly stillIn: () => Promise<boolean>;
  readonly over: AbortSignal;
  readonly end: () => void;
}

function run(
  stream: ReadableStreamDefaultController<Uint8Array>,
  { since, stillIn, over, end }: Running,
): void {
  const text = new TextEncoder();
  const send = (said: string) => {
    if (over.aborted) return;
    if ((stream.desiredSize ?? 0) < -unreadAtMost) end();
    else stream.enqueue(text.encode(said));
  };
  let asked = performance.now();
  const askAgain = () => {
    if (performance.now() < asked + asksAtMostEvery) return;
    asked = performance.now();
    // Of whom it cannot be known is not told either; the browser comes again by itself.
    void stillIn().then(
      (holds) => holds || end(),
      () => end(),
    );
  };
  const { follow, memory } = tail();
  const stopFollowing = follow((told) => {
    send(eventOf(told));
    if (told.all) askAgain();
  });
  const beating = setInterval(() => {
    send(': here\n\n');
    askAgain();
  }, heartbeat);
  const ending = setTimeout(end, longest);
  over.addEventListener(
    'abort',
    () => {
      stopFollowing();
      clearInterval(beating);
      clearTimeout(ending);
      try {
        stream.close();
      } catch {
        // The browser closed it first.
      }
    },
    { once: true },
  );
  send('retry: 1000\n\n');
  const missed = since === null ? null : newsSince(memory(), since, systemClock.now().getTime());
  if (missed) send(eventOf(missed));
}

/** Ends every stream when the process is asked to end: the server waits for what is open, and a stream never ends. */
export function endStreamsWithProcess(): void {
  const endAll = () => {
    for (const open of streams().values()) for (const end of [...open]) end();
  };
  process.once('SIGTERM', endAll);
  process.once('SIGINT', endAll);
}
