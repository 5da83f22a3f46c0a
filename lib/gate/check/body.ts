import { Problem } from './problem';

/** A check is a few lines; whoever sends more means something else. Bytes. */
const longest = 16_384;

/**
 * The JSON of a request. Only `application/json` is read: a form on another site cannot send that without asking.
 * @throws Problem `no_json_type`, `too_long`, `not_json`
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Problem('no_json_type');
  const text = new TextDecoder().decode(await readBytes(request));
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('not_json');
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const kept = new Uint8Array(longest);
  const reader = request.body?.getReader();
  for (let size = 0; ;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return kept.subarray(0, size);
    if (size + value.byteLength > longest) {
      await reader?.cancel();
      throw new Problem('too_long');
    }
    kept.set(value, size);
    size += value.byteLength;
  }
}
