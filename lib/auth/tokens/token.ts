import { newKey } from '../keys';

/** What a token may do. The table holds the same list (`api_tokens_scopes`). */
export const scopes = ['gate:check', 'mail:inbound'] as const;

export type Scope = (typeof scopes)[number];

/** A new token: 32 random bytes behind a word by which scanners and people recognise what was left lying about. */
export function newToken(): string {
  return `earshot_${newKey()}`;
}

/** The token a program sends (RFC 6750 §2.1); null where none is sent. Whether it opens anything is another question. */
export function tokenIn(headers: Pick<Headers, 'get'>): string | null {
  return /^Bearer +(\S{1,200})$/i.exec(headers.get('authorization')?.trim() ?? '')?.[1] ?? null;
}
