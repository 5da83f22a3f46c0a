import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readCheck } from '@/lib/gate/check/asked';
import { Problem, problemResponse } from '@/lib/gate/check/problem';
import { EarshotError } from '@/lib/errors/earshot-error';
import { bookmarkFor } from '@/lib/gate/strangers/bookmark';
import { newContactPath } from '@/lib/gate/strangers/path';
import { whomIn } from '@/lib/gate/strangers/whom';
import { wantedLanguage } from '@/lib/language/language';

const id = '01a20128-bcea-75e6-82b7-ef240745799a';

describe('a question', () => {
  it.each([
    [{ email: 'Ana+x@Marea.example.' }, { channel: 'email', handle: 'ana@marea.example' }],
    [{ linkedin: 'https://es.linkedin.com/in/Ana-B/?a=1' }, { channel: 'linkedin', handle: 'ana-b' }],
    [{ x: 'https://twitter.com/Ana_B/status/1' }, { channel: 'x', handle: 'ana_b' }],
    [{ phone: '+34 600-111-222' }, { channel: 'phone', handle: '+34600111222' }],
    [{ contact_id: id, channel: 'sms' }, { contactId: id }],
    [{ email: 'a@b.example', x: null, pitch_id: null }, { handle: 'a@b.example' }],
  ])('%j is about %j', (body, whom) => {
    expect(readCheck(body)).toMatchObject({ ok: true, asked: { whom } });
  });

  it.each([
    [undefined, false],
    [false, false],
    [true, true],
    ['', false],
    ['  \n', false],
    ['We have moved', true],
  ])('with %j as news has something new: %s', (new_fact, newFact) => {
    expect(readCheck({ email: 'a@b.example', new_fact })).toMatchObject({ asked: { newFact } });
  });

  it('says everything that is wrong with it at once', () => {
    expect(readCheck({ email: 7, channel: 'fax', force: true })).toEqual({
      ok: false,
      faults: [
        { field: 'email', code: 'wrong_kind' },
        { field: 'channel', code: 'wrong_kind' },
        { field: 'force', code: 'unknown_field' },
      ],
    });
  });
});

describe('a problem', () => {
  it('is told by field, in the language of whoever asks', async () => {
    const problem = new Problem('invalid_input', [{ field: 'force', code: 'unknown_field' }]);
    const answer: unknown = await problemResponse(problem, 'es')?.json();
    expect(answer).toEqual({
      ...{ title: 'Algo falla en la pregunta', status: 400, code: 'invalid_input' },
      detail: 'No existe el campo «force».',
      errors: [{ field: 'force', code: 'unknown_field', detail: 'No existe el campo «force».' }],
    });
  });

  it('a fault of ours is none', () => {
    expect(problemResponse(new Error('the database is gone'), 'en')).toBeNull();
    expect(problemResponse(new EarshotError('database_unreachable'), 'en')).toBeNull();
  });
});

describe('the language of an answer', () => {
  it.each([
    ['es-ES,en;q=0.8', 'es'],
    ['fr,en;q=0.5', 'en'],
    ['en;q=0', null],
    ['*', null],
    [null, null],
  ])('%s wants %s', (header, language) => {
    expect(wantedLanguage(header)).toBe(language);
  });
});

describe('whom the address of a page names', () => {
  it.each([
    [{ linkedin: 'https://www.linkedin.com/in/ana-b/' }, { channel: 'linkedin', handle: 'ana-b' }],
    [{ x: 'https://x.com/ana_b' }, { channel: 'x', handle: 'ana_b' }],
    [{ email: 'mailto:ana@b.example?subject=Hi' }, { channel: 'email', handle: 'ana@b.example' }],
    [{ phone: 'tel:+34600111222' }, { channel: 'phone', handle: '+34600111222' }],
    [{ who: ' ana@b.example ' }, { channel: 'email', handle: 'ana@b.example' }],
    [{ who: 'linkedin.com/in/ana-b' }, { channel: 'linkedin', handle: 'ana-b' }],
    [{ who: '@ana_b' }, { channel: 'x', handle: 'ana_b' }],
    [{ who: '+34 600 111 222' }, { channel: 'phone', handle: '+34600111222' }],
  ])('%j: %j', (asked, handle) => {
    expect(whomIn(asked)).toMatchObject({ handle });
  });

  it.each([
    [{}],
    [{ linkedin: 'https://www.linkedin.com/feed/' }],
    [{ x: 'https://x.com/home' }],
    [{ who: 'Ana' }],
    [{ who: 'javascript:alert(1)' }],
    [{ email: `${'a'.repeat(600)}@b.example` }],
  ])('%j: nobody', (asked) => {
    expect(whomIn(asked).handle).toBeNull();
  });

  it('somebody new is added with it', () => {
    expect(newContactPath({ channel: 'x', typed: '@ana_b' }, 'Ana & Co')).toBe(
      '/contacts/new?x=%40ana_b&name=Ana+%26+Co',
    );
  });
});

describe('the bookmark', () => {
  interface Where {
    readonly at: string;
    readonly title?: string;
    readonly selected?: string;
    readonly link?: string;
  }

  // Which window it opens on a page like this.
  function opened({ at, title = '', selected = '', link }: Where): string {
    const said: string[] = [];
    const anchor = link ? { closest: () => ({ href: link }) } : null;
    runInNewContext(decodeURIComponent(bookmarkFor('https://earshot.example').replace(/^javascript:/, '')), {
      location: new URL(at),
      document: { title, activeElement: anchor },
      getSelection: () => ({ anchorNode: null, toString: () => selected }),
      open: (address: string) => said.push(address),
      URLSearchParams,
    });
    return decodeURIComponent(said.join());
  }

  it.each([
    [
      { at: 'https://www.linkedin.com/in/ana-b/?trk=1', title: '(2) Ana B | LinkedIn' },
      'linkedin=https://www.linkedin.com/in/ana-b/&name=Ana+B',
    ],
    [{ at: 'https://x.com/ana_b', title: '(9+) Ana (@ana_b) / X' }, 'x=https://x.com/ana_b&name=Ana'],
    [{ at: 'https://twitter.com/ana_b' }, 'x=https://twitter.com/ana_b'],
    [{ at: 'https://notx.com/ana_b' }, ''],
    [{ at: 'https://evil.example/?linkedin.com' }, ''],
    [{ at: 'https://www.linkedin.com/in/ana-b/', selected: ' ana@b.example\n' }, 'email=ana@b.example'],
    [{ at: 'https://b.example/', selected: '(+34) 600 111 222' }, 'phone=(+34)+600+111+222'],
    [{ at: 'https://b.example/', link: 'mailto:ana@b.example?subject=Hi' }, 'email=mailto:ana@b.example'],
    [{ at: 'https://b.example/', link: 'tel:+34600111222' }, 'phone=tel:+34600111222'],
  ])('on %j asks %s', (where, asked) => {
    expect(opened(where)).toBe(`https://earshot.example/to?${asked}`);
  });

  it('is one line that a browser takes for an address', () => {
    expect(bookmarkFor('https://earshot.example')).toMatch(/^javascript:[\w%.!~*'()-]+$/);
  });
});
