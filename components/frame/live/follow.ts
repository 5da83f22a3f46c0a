import { isNews, type News } from '@/lib/live/news';

const place = 'earshot-live';
const pollEvery = 1_500;
const streamAgainAfter = 60_000;

interface Line {
  readonly since: () => number;
  readonly tell: (news: News) => void;
  readonly stopped: AbortSignal;
}

/**
 * Tells what changes, from a moment on. One tab holds the stream for all tabs of this browser; where tabs cannot agree
 * on one (locks are for https and localhost), each asks by itself while it is looked at. Answers how to stop.
 */
export function follow(from: number, tell: (news: News) => void): () => void {
  let last = from;
  const ended = new AbortController();
  const tabs = new BroadcastChannel(place);
  const hear = (news: News) => {
    last = Math.max(last, news.at);
    tell(news);
  };
  tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isNews(data)) hear(data);
  };
  const line = { since: () => last, stopped: ended.signal };
  const toAll = (news: News) => {
    tabs.postMessage(news);
    hear(news);
  };
  if ('locks' in navigator)
    navigator.locks
      .request(place, { signal: ended.signal }, () => holdStream({ ...line, tell: toAll }))
      .catch(() => null);
  else void poll({ ...line, tell: hear }, Infinity, () => !document.hidden);
  return () => {
    ended.abort();
    tabs.close();
  };
}

/** Keeps the stream, asks instead while there is none, and gives up once signed out: then another tab may hold it. */
async function holdStream(line: Line): Promise<void> {
  while (!line.stopped.aborted) {
    await stream(line);
    if ((await poll(line, streamAgainAfter, () => true)) === 'signed_out') return;
  }
}

/** Settles when the server lets no stream through, or nobody looks any more. */
function stream({ since, tell, stopped }: Line): Promise<void> {
  return new Promise((done) => {
    if (stopped.aborted) return done();
    const source = new EventSource(`/api/live?since=${since()}`);
    const end = () => {
      source.close();
      done();
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const news: unknown = JSON.parse(data);
      if (isNews(news)) tell(news);
    };
    // A line that broke is taken up again by the browser itself; one that was refused is not.
    source.onerror = () => source.readyState === EventSource.CLOSED && end();
    stopped.addEventListener('abort', end, { once: true });
  });
}

async function poll(
  { since, tell, stopped }: Line,
  time: number,
  looking: () => boolean,
): Promise<'signed_out' | 'over'> {
  const until = performance.now() + time;
  while (!stopped.aborted && performance.now() < until) {
    if (looking()) {
      const answer = await fetch(`/api/live?since=${since()}`, { signal: stopped }).catch(() => null);
      if (answer?.status === 204) return 'signed_out';
      if (answer?.ok) {
        const news: unknown = await answer.json();
        if (isNews(news) && isAboutAnything(news)) tell(news);
      }
    }
    await pause(pollEvery, stopped);
  }
  return 'over';
}

function isAboutAnything({ all, contacts, mailboxes }: News): boolean {
  return all || contacts.length + mailboxes.length > 0;
}

function pause(time: number, stopped: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, time);
    stopped.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
  });
}
