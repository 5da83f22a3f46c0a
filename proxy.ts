import { NextResponse, type NextRequest } from 'next/server';

const developing = process.env.NODE_ENV === 'development';

/**
 * Sets the security headers of every page and answer. Nothing inline runs or styles without this request's nonce,
 * which Next reads from the header and puts on its own tags. It decides nothing about who may enter.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  // A page does not know its own address; whoever has to sign in first wants to come back to it.
  headers.set('x-earshot-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('cross-origin-resource-policy', 'same-origin');
  response.headers.set(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), clipboard-write=(self)',
  );
  return response;
}

// No upgrade-insecure-requests and no HSTS: many run this on http in their own network; TLS is the host's to enforce.
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

// What passes here is held in memory whole: an uploaded file goes past it, straight into the data folder. A mail as it
// came has stricter rules, which its route sets.
export const config = { matcher: '/((?!_next/static|import/upload$|mail/[^/]+/as-it-came$).*)' };
