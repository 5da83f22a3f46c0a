/**
 * As much of a Blob as postal-mime needs. Node's own crosses to another thread and back for every part, which
 * takes two thirds of the time of reading a mail; nothing in here waits for anything.
 */
class MemoryBlob {
  readonly #chunks: readonly (Uint8Array | ArrayBuffer | string)[];

  constructor(chunks: readonly (Uint8Array | ArrayBuffer | string)[] = []) {
    this.#chunks = chunks;
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = this.#chunks.map(bytesOf);
    const whole = new Uint8Array(bytes.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let at = 0;
    for (const chunk of bytes) {
      whole.set(chunk, at);
      at += chunk.byteLength;
    }
    return Promise.resolve(whole.buffer);
  }
}

const utf8 = new TextEncoder();
const newline = utf8.encode('\n');

function bytesOf(chunk: Uint8Array | ArrayBuffer | string): Uint8Array {
  if (chunk === '\n') return newline;
  if (typeof chunk === 'string') return utf8.encode(chunk);
  return chunk instanceof Uint8Array ? chunk : new Uint8Array(chunk);
}

/** Replaces the Blob of this thread, for good: only for a thread that reads mails and nothing else. */
export function keepBlobsInMemory(): void {
  Object.defineProperty(globalThis, 'Blob', { value: MemoryBlob, configurable: true, writable: true });
}
