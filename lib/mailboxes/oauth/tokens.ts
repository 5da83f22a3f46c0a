import { z } from 'zod';
import type { MailFault } from '@/lib/mail/fault';
import { ask, type WebAnswer, type WebResolving } from '@/lib/web/ask';
import type { OauthService } from './services';

/** What is changed into tokens: what somebody brought back, or what was given for coming back without them. */
export type Grant =
  | { readonly code: string; readonly verifier: string; readonly redirectUri: string }
  | { readonly refresh: string };

export interface Tokens {
  readonly access: string;
  /** Null where the one that is kept stays good. */
  readonly refresh: string | null;
  /** Seconds for which `access` is good. */
  readonly seconds: number;
}

export type TokensAnswer =
  { readonly ok: true; readonly tokens: Tokens } | { readonly ok: false; readonly fault: MailFault };

const limits = { whole: 20_000, most: 64 * 1024 };

const given = z.object({
  access_token: z.string().min(1).max(16_000),
  refresh_token: z.string().min(1).max(16_000).optional(),
  expires_in: z.coerce.number().positive().max(31_536_000).catch(3_600),
});

// RFC 6749 §5.2; the last two are Microsoft's words for "the person has to come themselves".
const comeAgain = ['invalid_grant', 'interaction_required', 'consent_required'];

/** Asks a service for tokens. Nothing of what it says goes further but them. Never throws. */
export async function askTokens(
  { token, clientId, clientSecret, scope }: OauthService,
  grant: Grant,
  resolving: WebResolving = {},
): Promise<TokensAnswer> {
  const asked = new URLSearchParams({
    ...('code' in grant
      ? {
          ...{ grant_type: 'authorization_code', code: grant.code },
          ...{ code_verifier: grant.verifier, redirect_uri: grant.redirectUri },
        }
      : { grant_type: 'refresh_token', refresh_token: grant.refresh, scope }),
    client_id: clientId,
    ...(clientSecret === '' ? {} : { client_secret: clientSecret }),
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return read(await ask({ url: token, headers, body: asked.toString() }, limits, resolving));
}

function read(answer: WebAnswer): TokensAnswer {
  if (!answer.ok || answer.status === 429 || answer.status >= 500)
    return { ok: false, fault: 'oauth_silent' };
  const said = jsonIn(answer.body);
  if (answer.status === 200) {
    const { data } = given.safeParse(said);
    if (!data) return { ok: false, fault: 'oauth_refused' };
    const tokens = {
      access: data.access_token,
      refresh: data.refresh_token ?? null,
      seconds: data.expires_in,
    };
    return { ok: true, tokens };
  }
  const { data: error } = z.object({ error: z.string() }).safeParse(said);
  return { ok: false, fault: comeAgain.includes(error?.error ?? '') ? 'consent_gone' : 'oauth_refused' };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
