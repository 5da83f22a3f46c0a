import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '@/bin/boot/root.js';
import { GET } from '@/app/api/health/route';
import { safeDocument } from '@/lib/mail/safe-document';
import { channelLink } from '@/lib/outbox/channel-link';

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`),
);
const text = (path: string) => readFileSync(join(root, path), 'utf8');

describe('trap 8: nothing is tracked', () => {
  const body =
    'Hola, Ana:\n\nour work is at https://atelier.example/spring?from=a&to=b and <b>not</b> in this mail.\n\nNora';

  it.each(['email', 'whatsapp', 'sms'] as const)(
    'what is handed to somebody’s program for %s is what was written, to the letter, and nothing with it',
    (channel) => {
      const link = new URL(
        channelLink(channel, channel === 'email' ? 'ana@marea.example' : '+34600100200', {
          subject: null,
          body,
        }) ?? '',
      );
      expect([...link.searchParams.values()].map((said) => said.replace(/\r\n/g, '\n'))).toEqual([body]);
    },
  );

  it('a mail of theirs that is looked at asks for no picture, and its links lead where they led', () => {
    const seen = safeDocument(
      `<p>Hello <a href="https://museum.example/a?b=1">here</a><img src="https://pixel.museum.example/open.gif?who=ana" width="1" height="1">
      <img src="//pixel.museum.example/2.gif"><span style="background:url(https://pixel.museum.example/3.gif)">.</span>
      <link rel="prefetch" href="https://pixel.museum.example/4"><video poster="https://pixel.museum.example/5"></video></p>`,
    );
    expect(seen.html).not.toContain('pixel');
    expect(seen.html).toContain('href="https://museum.example/a?b=1"');
    expect(seen.html).toContain(`default-src 'none'`);
    expect(seen.html).toMatch(/img-src data:;/);
    expect(seen.blocked).toBe(2);
  });

  it('no address of ours could count who opens or clicks: without an account or a token there is only how it works, the same for all', () => {
    const open = sources.filter(
      (path) => path.endsWith('/route.ts') && !/\b(mayI|mayAsk|actorOrSignIn)\(/.test(text(path)),
    );
    expect(open.sort()).toEqual(['app/api/auth/[...nextauth]/route.ts', 'app/api/health/route.ts']);
    // It is not even told who asks.
    expect(GET).toHaveLength(0);
  });

  it('there is nowhere to keep that somebody opened or clicked, and nothing that calls elsewhere', () => {
    const columns = [...text('prisma/schema.prisma').matchAll(/^\s+(\w+)\s/gm)].map(([, name = '']) => name);
    expect(columns.length).toBeGreaterThan(300);
    expect(columns.filter((name) => /opens$|openedAt|click|viewed|pixel|track/i.test(name))).toEqual([]);
    const calling = /sendBeacon|\bgtag\b|google-analytics|mixpanel|posthog|sentry\.io|<img[^>]+src="https?:/i;
    expect(sources.filter((path) => calling.test(text(path)))).toEqual([]);
  });
});
