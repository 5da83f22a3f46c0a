import { Problem } from '@/lib/gate/check/problem';

/** A mail with its attachments; servers seldom take more. Bytes. */
export const longestMail = 25 * 1024 * 1024;

/**
 * The raw mail of a request, as it travels (RFC 5322).
 * @throws Problem `no_mail_type`, `mail_too_long`, `mail_empty`
 */
export async function readMailBody(request: Request): Promise<Buffer> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^message\/rfc822\s*(;|$)/i.test(type)) throw new Problem('no_mail_type');
  if (Number(request.headers.get('content-length') ?? 0) > longestMail) throw new Problem('mail_too_long');
  const parts: Uint8Array[] = [];
  const reader = request.body?.getReader();
  for (let size = 0; ;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) break;
    size += value.byteLength;
    if (size > longestMail) {
      await reader?.cancel();
      throw new Problem('mail_too_long');
    }
    parts.push(value);
  }
  const mail = Buffer.concat(parts);
  if (!/^([A-Za-z0-9_.-]+[ \t]*:|From )/.test(mail.subarray(0, 1_000).toString('latin1')))
    throw new Problem('mail_empty');
  return mail;
}
