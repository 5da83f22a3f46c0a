// A sign-in service of our own, as Google and Microsoft have one (RFC 6749 with PKCE, RFC 7636), and an IMAP server that
// takes its tokens.
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import hoodiecrow from 'hoodiecrow-imap';

const login = 'rosa@fundacion-marea.example';

export const client = { id: 'earshot-at-marea', secret: 'the client’s own secret' } as const;

interface Issued {
  readonly challenge: string;
  readonly redirectUri: string;
}

/** What the service does now; a test changes it. */
export interface OauthState {
  /** The next access token. */
  access: string;
  /** Seconds for which it is good. */
  seconds: number;
  /** Whether coming back is allowed. */
  revoked: boolean;
  /** Answers every question for tokens with this status instead. */
  status: number | null;
  givesRefresh: boolean;
  /** The refresh token that is good; another one after each use. */
  refresh: string;
  readonly asked: URLSearchParams[];
}

export interface OauthServer {
  readonly authority: string;
  readonly state: OauthState;
  /** Somebody opens this address, signs in and allows it: where they are sent back to. */
  allow(authorizeUrl: string): URL;
  close(): Promise<void>;
}

export async function oauthServer(): Promise<OauthServer> {
  const issued = new Map<string, Issued>();
  const state: OauthState = {
    ...{ access: 'a token', seconds: 3_600, revoked: false, status: null, givesRefresh: true },
    ...{ refresh: randomUUID(), asked: [] },
  };
  const server = createServer((request, answer) => {
    void bodyOf(request).then((body) => {
      const form = new URLSearchParams(body);
      state.asked.push(form);
      if (request.url !== '/common/oauth2/v2.0/token') return send(answer, 404, {});
      if (state.status !== null) return send(answer, state.status, {}, { location: '/elsewhere' });
      const wrong = wrongIn(form, issued, state);
      if (wrong) return send(answer, wrong === 'invalid_client' ? 401 : 400, { error: wrong });
      issued.delete(form.get('code') ?? '');
      state.refresh = randomUUID();
      const refresh = state.givesRefresh ? { refresh_token: state.refresh } : {};
      const token = { token_type: 'Bearer', access_token: state.access, expires_in: state.seconds };
      return send(answer, 200, { ...token, ...refresh });
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('it does not listen on a port');
  return {
    authority: `http://127.0.0.1:${at.port}/common`,
    state,
    allow: (authorizeUrl) => allowed(new URL(authorizeUrl), issued),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function allowed(url: URL, issued: Map<string, Issued>): URL {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  if (asked('client_id') !== client.id || asked('response_type') !== 'code')
    throw new Error('not asked well');
  if (asked('code_challenge_method') !== 'S256') throw new Error('not asked with PKCE');
  const code = randomUUID();
  issued.set(code, { challenge: asked('code_challenge'), redirectUri: asked('redirect_uri') });
  const back = new URL(asked('redirect_uri'));
  back.search = new URLSearchParams({ code, state: asked('state'), session_state: 'theirs' }).toString();
  return back;
}

function wrongIn(form: URLSearchParams, issued: Map<string, Issued>, state: OauthState): string | null {
  if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret)
    return 'invalid_client';
  if (form.get('grant_type') === 'refresh_token')
    return !state.revoked && form.get('refresh_token') === state.refresh ? null : 'invalid_grant';
  const one = issued.get(form.get('code') ?? '');
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const fits = one?.challenge === challenge && one.redirectUri === form.get('redirect_uri');
  return fits ? null : 'invalid_grant';
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

function send(
  answer: ServerResponse,
  code: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  answer.writeHead(code, { 'content-type': 'application/json', ...headers });
  answer.end(JSON.stringify(body));
}

export interface TokenImap {
  readonly port: number;
  /** From now on it takes this token and no other. */
  takes(token: string): void;
  close(): Promise<void>;
}

/** An IMAP server that is signed in to with XOAUTH2. */
export async function tokenImap(): Promise<TokenImap> {
  const xoauth2 = { accessToken: 'a token', sessionTimeout: 3_600_000 };
  const server = hoodiecrow({
    plugins: ['ID', 'SASL-IR', 'XOAUTH2'],
    users: { [login]: { xoauth2 } },
    storage: { INBOX: {}, '': {} },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = server.server.address();
  if (at === null || typeof at === 'string') throw new Error('it does not listen on a port');
  return {
    port: at.port,
    takes: (token) => (xoauth2.accessToken = token),
    close: () => new Promise<void>((done) => server.close(done)),
  };
}
