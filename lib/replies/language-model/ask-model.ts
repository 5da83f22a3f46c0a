import { ask, type WebAnswer, type WebLimits, type WebResolving } from '@/lib/web/ask';
import { faultOfStatus, type ModelFault } from './fault';
import { opinionIn, type Opinion } from './opinion';
import { questionFor, type Leaving } from './question';

/** Where a language model is, and its key, opened. Never logged. */
export interface ModelAt {
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | null;
}

export type ModelAnswer =
  | { readonly ok: true; readonly opinion: Opinion }
  | { readonly ok: false; readonly fault: ModelFault; readonly retryAfter: number | null };

/** Bytes of an answer that are read. */
const most = 64 * 1024;

/**
 * Asks a language model about one reply. Nothing but `leaving` goes there. A server that does not know the schema that
 * it is sent is asked once more without it. Never throws; `whole` is in milliseconds, for each of both.
 */
export async function askModel(
  { baseUrl, model, key }: ModelAt,
  leaving: Leaving,
  limits: Pick<WebLimits, 'whole' | 'signal'>,
  resolving: WebResolving = {},
): Promise<ModelAnswer> {
  const headers = {
    'content-type': 'application/json',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  const asked = (plain: boolean) =>
    ask(
      { url: `${baseUrl}/chat/completions`, headers, body: questionFor(model, leaving, plain) },
      { ...limits, most },
      resolving,
    );
  const first = await asked(false);
  const isUnknown = first.ok && (first.status === 400 || first.status === 422);
  return read(isUnknown ? await asked(true) : first);
}

function read(answer: WebAnswer): ModelAnswer {
  if (!answer.ok) return { ok: false, fault: answer.fault, retryAfter: null };
  const { status, body, retryAfter } = answer;
  if (status !== 200) return { ok: false, fault: faultOfStatus(status), retryAfter };
  const opinion = opinionIn(body);
  return opinion ? { ok: true, opinion } : { ok: false, fault: 'not_usable', retryAfter };
}
