import { describe, expect, it } from 'vitest';
import { safeDocument } from '@/lib/mail/safe-document';
import { safeHtml } from '@/lib/mail/safe-html';
import { shallow } from '@/lib/mail/shallow-html';

const attacks = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img src=x:x onerror="alert(1)" style="background:url(javascript:alert(1))">',
  '<img """><script>alert(1)</script>">',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
  '<img src="data:text/html,<script>alert(1)</script>">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="//evil.example/x" onclick="alert(1)">x</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<form action="https://evil.example"><input name=a><button formaction="javascript:alert(1)">x</button></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css"; body{background:url(https://evil.example/p)}</style>',
  '<div style="background-image:url(https://evil.example/p)">x</div>',
  '<div style="background:url(https://evil.example/p)">x</div>',
  '<div style="color:red;width:expression(alert(1))">x</div>',
  '<div style="border-left:url(https://evil.example/p)">x</div>',
  '<div style="position:fixed;top:0;left:0;z-index:9">x</div>',
  '<table background="https://evil.example/p"><tr><td background="https://evil.example/p">x</td></tr></table>',
  '<body background="https://evil.example/p" onload=alert(1)>x</body>',
  '<video src="https://evil.example/v" autoplay></video><audio src="https://evil.example/a"></audio>',
  '<img srcset="https://evil.example/p 1x" src="cid:a">',
  '<picture><source srcset="https://evil.example/p"></picture>',
  '<input type=image src="https://evil.example/p">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<title><img title="</title><img src=x onerror=alert(1)>"></title>',
  '<xmp><img title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<template><script>alert(1)</script></template>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<details open ontoggle=alert(1)>x</details>',
  '<p onmouseover=alert(1) title="<script>">x</p>',
  '<a target="_self" rel="opener" href="https://larch.example">x</a>',
];

const dangerous =
  /<(?:script|svg|math|iframe|object|embed|form|input|button|base|meta|link|style|video|audio|picture|source|noscript|textarea|title|xmp|template|details)\b|<[^>]*\son\w+\s?=|<[^>]*(?:javascript|vbscript):|<[^>]*evil\.example\/(?:p|v|a)\b|<[^>]*(?:expression|url)\(|position:/i;

describe('the HTML of others', () => {
  it('is dangerous as it comes', () => {
    expect(attacks.filter((attack) => dangerous.test(attack)).length).toBeGreaterThan(40);
  });

  it.each(attacks)('is harmless: %s', (attack) => {
    for (const remote of [false, true]) {
      const { html } = safeHtml(`<p>before</p>${attack}`, { remote });
      expect(html).not.toMatch(dangerous);
      expect(html).toContain('<p>before</p>');
      // Once more changes nothing: no piece of it becomes a tag by being read again.
      expect(safeHtml(html, { remote }).html).toBe(html);
    }
  });

  it('keeps what people write and read', () => {
    const html =
      '<p style="color:#222222">Hi <b>Ana</b>,</p><ul><li>one</li></ul><table><tbody><tr><td colspan="2">1</td></tr></tbody></table><blockquote>quoted</blockquote>';
    expect(safeHtml(html)).toEqual({ html, blocked: 0 });
  });

  it('opens links elsewhere, and tells nobody where from', () => {
    expect(safeHtml('<a href="https://larch.example/?a=1&amp;b=2" onclick="x()">go</a>').html).toBe(
      '<a href="https://larch.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">go</a>',
    );
    expect(safeHtml('<a href="//larch.example">go</a>').html).not.toContain('href');
  });

  it('shows the pictures that came along', () => {
    const data = '<img src="data:image/png;base64,iVBORw0KGgo=" alt="logo" />';
    const cid = '<img src="cid:part1@larch.example" />';
    const pictures = { 'part1@larch.example': 'data:image/png;base64,AAAA' };
    expect(safeHtml(data + cid, { pictures })).toEqual({
      html: `${data}<img src="data:image/png;base64,AAAA" />`,
      blocked: 0,
    });
    expect(safeHtml(cid, { pictures: { 'part1@larch.example': 'https://larch.example/a.png' } }).html).toBe(
      '',
    );
  });

  it('asks before it fetches a picture, and says how many wait', () => {
    const html =
      '<img src="https://larch.example/a.png"><img src="http://larch.example/b.png"><img src="//larch.example/c.png">';
    expect(safeHtml(html)).toEqual({ html: '', blocked: 3 });
    expect(safeHtml(html, { remote: true })).toEqual({
      html: [
        ...['<img src="https://larch.example/a.png" />', '<img src="http://larch.example/b.png" />'],
        '<img src="https://larch.example/c.png" />',
      ].join(''),
      blocked: 0,
    });
  });

  it('says in words what a picture shows that is not fetched', () => {
    expect(
      safeHtml(
        '<a href="https://larch.example"><img src="https://larch.example/a.png" alt="A <b>larch</b>"></a>',
      ).html,
    ).toBe(
      '<a href="https://larch.example" target="_blank" rel="noopener noreferrer nofollow"><span dir="auto">A &lt;b&gt;larch&lt;/b&gt;</span></a>',
    );
  });

  it('stands in a page whose own rules refuse scripts and whatever would be fetched', () => {
    const { html } = safeDocument('<p>x</p>');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'`,
    );
    expect(html).toContain('<body><p>x</p></body>');
    expect(safeDocument('', { remote: true }).html).toContain('img-src data: https: http:;');
  });
});

describe('HTML deeper than any mail', { timeout: 30_000 }, () => {
  it('keeps its text and loses its depth', () => {
    expect(shallow('<b><i><u>x</u></i></b>', 2)).toBe('<b><i>x</i></b>');
    expect(shallow('<p>a<p>b<p>c', 2)).toBe('<p>a<p>b<p>c');
    expect(shallow('a</i>b<br>c</div>', 2)).toBe('ab<br>c');
  });

  it.each(['<b>', '<b></i>', '<table><tr><td>', '<blockquote>x', '<unknown>'])(
    'takes time by its length only: %s',
    (piece) => {
      const time = (count: number): number => {
        const html = `${piece.repeat(count)}end`;
        const start = performance.now();
        expect(safeHtml(html).html).toContain('end');
        return performance.now() - start;
      };
      time(5000);
      let least = Infinity;
      for (let round = 0; round < 8 && least > 2.4; round += 1) {
        const parts = time(5000) + time(5000) + time(5000) + time(5000);
        least = Math.min(least, time(20_000) / Math.max(parts, 20));
      }
      // 1 if linear, 4 if quadratic.
      expect(least).toBeLessThan(2.5);
    },
  );
});
