import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { openText, sealText, type SealingKey } from '../sealing';
import type { OauthService } from './services';

/** What is remembered of a sign-in between our page and theirs: in a cookie of the browser it began in, sealed. */
export interface Start {
  /** What comes back with the answer, and nobody else can know (RFC 6749 §10.12). */
  readonly state: string;
  /** What changes the answer into tokens (PKCE, RFC 7636). */
  readonly verifier: string;
  readonly email: string;
  readonly provider: string;
  /** The mailbox that is connected again; null for a new one. */
  readonly mailboxId: string | null;
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
}

/** The cookie in which it is remembered. */
export const startCookie = 'earshot-mailbox-sign-in';

/** What somebody brings back: an answer, or why there is none; and the state. Whatever else is there is not read. */
export const broughtSchema = z.object({
  state: z.string().min(1).max(200),
  code: z.string().min(1).max(8_000).optional(),
  error: z.string().max(200).optional(),
});

/** Seconds within which somebody comes back. */
export const startSeconds = 600;

/** A new sign-in with secrets of its own. */
export function newStart(given: Pick<Start, 'email' | 'provider' | 'mailboxId'>, now: Date): Start {
  const secret = () => randomBytes(32).toString('base64url');
  return { ...given, state: secret(), verifier: secret(), at: now.getTime() };
}

/** Where somebody is sent to sign in. */
export function authorizeUrl(
  { authorize, clientId, scope, more }: OauthService,
  { state, verifier, email }: Start,
  redirectUri: string,
): string {
  const asked = new URLSearchParams({
    ...{ response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope, state },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    ...{ code_challenge_method: 'S256', login_hint: email, ...more },
  });
  return `${authorize}?${asked.toString()}`;
}

const shape = z.strictObject({
  ...{ state: z.string(), verifier: z.string(), email: z.string(), provider: z.string() },
  ...{ mailboxId: z.uuid().nullable(), at: z.number() },
});

/** For the cookie: good for this person alone. Null where there is no key to seal with. */
export function sealStart(start: Start, userId: string, keys: readonly SealingKey[]): string | null {
  const sealed = sealText(JSON.stringify(start), boundTo(userId), keys);
  return (
    sealed &&
    [sealed.keyId, ...[sealed.nonce, sealed.secret].map((one) => one.toString('base64url'))].join('.')
  );
}

/**
 * What a cookie holds, if it is this person's, brings this state back, and began no more than ten minutes ago; null
 * otherwise.
 */
export function startIn(
  cookie: string | undefined,
  { userId, state, now }: { userId: string; state: string; now: Date },
  keys: readonly SealingKey[],
): Start | null {
  const [keyId = '', nonce = '', secret = ''] = (cookie ?? '').slice(0, 4_000).split('.');
  const sealed = { keyId, nonce: Buffer.from(nonce, 'base64url'), secret: Buffer.from(secret, 'base64url') };
  const opened = openText(sealed, boundTo(userId), keys);
  const start = opened === null ? undefined : shape.safeParse(JSON.parse(opened)).data;
  if (!start || !isSame(start.state, state)) return null;
  const age = now.getTime() - start.at;
  return age >= 0 && age <= startSeconds * 1_000 ? start : null;
}

function boundTo(userId: string): readonly string[] {
  return ['oauth.start', userId];
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
