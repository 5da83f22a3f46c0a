import { safeHtml, type SafeHtml, type Shown } from './safe-html';

/**
 * A whole page for an `<iframe sandbox>`: the HTML with its own rules, so that the browser too refuses scripts and
 * whatever would be fetched. `allow-popups` lets a link open; nothing else is needed.
 */
export function safeDocument(html: string, shown: Shown = {}): SafeHtml {
  const { remote = false } = shown;
  const safe = safeHtml(html, shown);
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${rulesFor(remote)}"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width"><style>${plainly}</style>`;
  return { ...safe, html: `<!doctype html><html><head>${head}</head><body>${safe.html}</body></html>` };
}

/** With what such a page is served from an address of its own: shut in, also where somebody opens it by itself. */
export function headersOfSafeDocument({ remote }: { remote: boolean }): Readonly<Record<string, string>> {
  const alone = "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `${rulesFor(remote)}; ${alone}`,
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
  };
}

function rulesFor(remote: boolean): string {
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data:${remote ? ' https: http:' : ''}; form-action 'none'; base-uri 'none'`;
}

// Mail is made for white paper, whatever theme its reader likes; nothing of it reaches out of its page.
const plainly =
  'html{background:#fff;color-scheme:light}body{margin:16px;font:15px/1.5 system-ui,sans-serif;color:#1c1b19;overflow-wrap:anywhere}img,table{max-width:100%}';
