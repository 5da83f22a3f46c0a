import PostalMime from 'postal-mime';
import { bounded } from './bounded';

/** Pictures that came along in a mail, by the id under which its HTML names them (RFC 2392), as `data:` addresses. */
export type PicturesWithin = Readonly<Record<string, string>>;

const kinds = /^image\/(?:png|gif|jpe?g|webp|bmp|avif)$/;
const most = { pictures: 50, bytes: 8 * 1024 * 1024 };

/** The pictures inside a raw mail, the first fifty and eight megabytes of them; of one that breaks the rules of MIME none. */
export async function picturesIn(raw: Uint8Array): Promise<PicturesWithin> {
  const email = await PostalMime.parse(bounded(raw), { maxNestingDepth: 100 }).catch(() => null);
  const found = new Map<string, string>();
  let bytes = 0;
  for (const { contentId, mimeType, content } of email?.attachments ?? []) {
    const id = contentId?.replace(/^<|>$/g, '');
    if (!id || typeof content === 'string' || !kinds.test(mimeType.toLowerCase())) continue;
    bytes += content.byteLength;
    if (found.size === most.pictures || bytes > most.bytes) break;
    const within = Buffer.from(new Uint8Array(content)).toString('base64');
    found.set(id, `data:${mimeType.toLowerCase()};base64,${within}`);
  }
  return Object.fromEntries(found);
}
