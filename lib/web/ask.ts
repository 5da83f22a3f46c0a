import 'server-only';
import { lookup as lookUp } from 'node:dns/promises';
import {
  request as overHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AllowedHost } from '@/lib/env/allowed-hosts';
import { env } from '@/lib/env/env';
import { hostOf, plainAddress } from '@/lib/mail/address-rule';
import { webFaultOf, type WebFault } from './fault';
import { mayAsk } from './may-ask';

/** What is posted. It may hold a secret: it is never logged. */
export interface WebQuestion {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came back, whatever its status: a redirect is answered as one, and never followed. */
export type WebAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly body: string;
      /** Seconds after which one may ask again, where the server says so (Retry-After, RFC 9110 §10.2.3). */
      readonly retryAfter: number | null;
    }
  | { readonly ok: false; readonly fault: WebFault };

/** How far one goes for an answer. */
export interface WebLimits {
  /** Milliseconds for all of it. */
  readonly whole: number;
  /** Bytes of the answer. */
  readonly most: number;
  readonly signal?: AbortSignal;
}

/** How names are resolved, and what is listed; those of the machine where nothing is said. */
export interface WebResolving {
  readonly allowed?: readonly AllowedHost[];
  readonly lookup?: (host: string) => Promise<readonly { address: string; family: number }[]>;
}

/** Posts one question to a host whose address was asked for once and looked at, and reads its answer. Never throws. */
export async function ask(
  question: WebQuestion,
  { whole, most, signal }: WebLimits,
  resolving: WebResolving = {},
): Promise<WebAnswer> {
  const url = new URL(question.url);
  const over = AbortSignal.timeout(whole);
  const until = signal ? AbortSignal.any([over, signal]) : over;
  try {
    const pinned = await Promise.race([pinnedFor(url, resolving), ended(until)]);
    if ('fault' in pinned) return { ok: false, fault: pinned.fault };
    const answer = await posted(url, question, pinned, until);
    const { statusCode: status = 0, headers } = answer;
    const body = await textOf(answer, most);
    return body === null
      ? { ok: false, fault: 'too_large' }
      : { ok: true, status, body, retryAfter: secondsIn(headers['retry-after']) };
  } catch (error) {
    return { ok: false, fault: over.aborted ? 'too_slow' : webFaultOf(error) };
  }
}

interface Pinned {
  readonly address: string;
  readonly family: 4 | 6;
}

async function pinnedFor(
  url: URL,
  { allowed = env().EARSHOT_MODEL_HOSTS_ALLOWED, lookup = allOf }: WebResolving,
): Promise<Pinned | { fault: WebFault }> {
  const host = hostOf(url.hostname);
  if (host === null) return { fault: 'host_unknown' };
  const isHttps = url.protocol === 'https:';
  const port = Number(url.port) || (isHttps ? 443 : 80);
  const found = isIP(host) ? [host] : (await lookup(host)).map(({ address }) => plainAddress(address));
  let fault: WebFault = 'host_unknown';
  for (const address of found) {
    const may = mayAsk({ isHttps, host, port, address }, allowed);
    if (may === 'yes') return { address, family: isIP(address) === 6 ? 6 : 4 };
    if (may === 'https_needed') fault = may;
  }
  return { fault };
}

function posted(
  url: URL,
  { headers, body }: WebQuestion,
  { address, family }: Pinned,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  // The name is asked for once: what it says a second time may be another place.
  const lookup: LookupFunction = (_host, { all }, done) =>
    all ? done(null, [{ address, family }]) : done(null, address, family);
  const bytes = Buffer.from(body, 'utf8');
  const options: RequestOptions = {
    ...{ method: 'POST', agent: false, lookup, signal },
    headers: {
      ...{ accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'Earshot' },
      ...headers,
      'content-length': String(bytes.byteLength),
    },
  };
  return new Promise((done, fail) => {
    const asking: ClientRequest =
      url.protocol === 'https:' ? overHttps(url, options, done) : overHttp(url, options, done);
    asking.on('error', fail);
    asking.end(bytes);
  });
}

async function textOf(answer: IncomingMessage, most: number): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer) {
    const bytes = Buffer.from(part);
    size += bytes.byteLength;
    // Leaving the loop ends the connection: what comes after is not read.
    if (size > most) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    const end = () => fail(Object.assign(new Error('given up'), { code: 'ABORT_ERR' }));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

function secondsIn(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

function allOf(host: string) {
  return lookUp(host, { all: true, order: 'ipv4first' });
}
