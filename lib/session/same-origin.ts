/**
 * Whether a form was sent by a page of ours. Browsers say so themselves (Fetch Metadata, `Sec-Fetch-Site`); older ones
 * name where they come from (`Origin`, RFC 6454), which must be who was asked. What says nothing is not let in.
 */
export function isFromHere(headers: Pick<Headers, 'get'>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
