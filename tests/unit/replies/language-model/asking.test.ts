import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askModel } from '@/lib/replies/language-model/ask-model';
import { secondsToRest } from '@/lib/replies/language-model/fault';
import { shortened } from '@/lib/replies/language-model/question';
import { tryModel } from '@/lib/replies/language-model/try-model';
import {
  modelServer,
  saying,
  saysText,
  send,
  silent,
  status,
  type ModelServer,
} from '@/tests/support/model-server';
import { closedPort } from '@/tests/support/mail-servers';

let server: ModelServer;

beforeAll(async () => {
  server = await modelServer();
});
afterAll(() => server.close());

const leaving = { text: 'No, thank you.', channel: 'email', sentOn: '2026-01-12' };
const here = { allowed: [] };
const asked = (whole = 5_000, key: string | null = null) =>
  askModel({ baseUrl: server.baseUrl, model: 'small', key }, leaving, { whole }, here);

describe('asking a language model', () => {
  it('sends the text as data, the channel and the day, and nothing else', async () => {
    server.answers(saying({ outcome: 'declined', quotes: ['No, thank you.'] }));
    const before = server.asked.length;
    expect(await asked(5_000, 'sk-the-sea')).toEqual({
      ok: true,
      opinion: {
        ...{ outcome: 'declined', quotes: ['No, thank you.'], wholeOrganization: false },
        ...{ until: '', referral: '' },
      },
    });
    const [one, ...more] = server.asked.slice(before);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      ...{ path: '/v1/chat/completions', authorization: 'Bearer sk-the-sea', model: 'small' },
      ...{ hasSchema: true, user: '{"reply":"No, thank you.","channel":"email","sent_on":"2026-01-12"}' },
    });
  });

  it('asks once more without the schema where a server does not know it', async () => {
    server.answers((one, answer) =>
      one.hasSchema
        ? send(answer, 400, '{}')
        : saysText(
            '```json\n{"outcome":"later","quotes":[],"whole_organization":false,"until":"","referral":""}\n```',
          )(one, answer),
    );
    expect(await asked()).toMatchObject({ ok: true, opinion: { outcome: 'later' } });
  });

  it.each([
    ['words instead of JSON', saysText('Sounds like a no to me.')],
    ['an outcome there is none of', saying({ outcome: 'delighted' })],
    ['more than was asked for', saying({ outcome: 'declined', send_mail_to: 'everybody' })],
    ['less than was asked for', saysText('{"outcome":"declined"}')],
    ['an answer that was cut off', saysText('{"outcome":"declined"', 'length')],
    ['a list without end', saying({ quotes: Array.from({ length: 50 }, () => 'no') })],
    ['no answer in the answer', (_one, answer) => send(answer, 200, '{"choices":[]}')],
    ['a page', (_one, answer) => send(answer, 200, '<html>Welcome</html>')],
    ['prototype tricks', saysText('{"__proto__":{"outcome":"declined"}}')],
  ] satisfies [string, Parameters<ModelServer['answers']>[0]][])('cannot use %s', async (_what, how) => {
    server.answers(how);
    expect(await asked()).toMatchObject({ ok: false, fault: 'not_usable' });
  });

  it.each([
    ['key_wrong', 401],
    ['key_wrong', 403],
    ['not_found', 404],
    ['broken', 500],
    ['broken', 503],
    ['refused', 413],
  ] as const)('says %s of %i', async (fault, code) => {
    server.answers(status(code));
    expect(await asked()).toEqual({ ok: false, fault, retryAfter: null });
  });

  it('hears when it may ask again', async () => {
    server.answers(status(429, { 'retry-after': '120' }));
    expect(await asked()).toEqual({ ok: false, fault: 'too_many', retryAfter: 120 });
  });

  it('follows no redirect: nothing goes where nobody sent it', async () => {
    const other = await modelServer(saying({ outcome: 'interested' }));
    server.answers(status(307, { location: `${other.baseUrl}/chat/completions` }));
    expect(await asked()).toMatchObject({ ok: false, fault: 'moved' });
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it('waits no longer than it was told, also for an answer that drips', async () => {
    server.answers(silent);
    expect(await asked(200)).toMatchObject({ ok: false, fault: 'too_slow' });
    server.answers((_one, answer) => {
      answer.writeHead(200, { 'content-type': 'application/json' });
      const dripping = setInterval(() => answer.write(' '), 20);
      answer.on('close', () => clearInterval(dripping));
    });
    expect(await asked(300)).toMatchObject({ ok: false, fault: 'too_slow' });
  });

  it('reads no more than an answer needs', async () => {
    server.answers((_one, answer) => send(answer, 200, `{"pad":"${'a'.repeat(200_000)}"}`));
    expect(await asked()).toMatchObject({ ok: false, fault: 'too_large' });
  });

  it('says that nobody answers, and that a place is none of ours', async () => {
    const nobody = { baseUrl: `http://127.0.0.1:${await closedPort()}/v1`, model: 'small', key: null };
    expect(await askModel(nobody, leaving, { whole: 2_000 }, here)).toMatchObject({ fault: 'not_answering' });
    const clouds = { baseUrl: 'http://metadata.example/v1', model: 'small', key: null };
    const lookup = () => Promise.resolve([{ address: '169.254.169.254', family: 4 }]);
    expect(await askModel(clouds, leaving, { whole: 2_000 }, { ...here, lookup })).toMatchObject({
      fault: 'host_unknown',
    });
  });

  it('resolves a name once and goes to the address that was looked at', async () => {
    server.answers(saying({ outcome: 'other' }));
    const named = server.baseUrl.replace('127.0.0.1', 'model.lan');
    let lookups = 0;
    const lookup = () => {
      lookups += 1;
      return Promise.resolve([{ address: lookups === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }]);
    };
    const at = { baseUrl: named, model: 'small', key: null };
    expect(await askModel(at, leaving, { whole: 5_000 }, { ...here, lookup })).toMatchObject({ ok: true });
    expect(lookups).toBe(1);
  });

  it('sends the beginning and the end of what is long', () => {
    const long = `${'a'.repeat(6_000)}${'b'.repeat(100_000)}${'c'.repeat(2_000)}`;
    expect(shortened(long)).toBe(`${'a'.repeat(6_000)}\n[…]\n${'c'.repeat(2_000)}`);
  });
});

describe('trying a language model', () => {
  const tried = () =>
    tryModel({ baseUrl: server.baseUrl, model: 'small', key: null }, here, { whole: 5_000, floor: 0 });

  it('takes one that reads a stop with kind words around it, and none that takes it for interest', async () => {
    server.answers(saying({ outcome: 'opted_out' }));
    expect(await tried()).toBeNull();
    server.answers(saying({ outcome: 'interested' }));
    expect(await tried()).toBe('reads_wrongly');
    server.answers(saying({ outcome: 'unclear' }));
    expect(await tried()).toBe('reads_wrongly');
    server.answers(status(401));
    expect(await tried()).toBe('key_wrong');
  });
});

describe('a model that fails', () => {
  const rest = (
    failures: number,
    fault: 'broken' | 'key_wrong' | 'too_many',
    retryAfter: number | null = null,
  ) => secondsToRest({ failures, fault, retryAfter }, 0.5);

  it('is asked again later and later, and after five failures once in a quarter of an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((failures) => rest(failures, 'broken'))).toEqual([
      5, 10, 20, 40, 900, 900, 900,
    ]);
  });

  it('is left in peace at once where asking again cures nothing, and as long as it asks for', () => {
    expect(rest(1, 'key_wrong')).toBe(900);
    expect(rest(1, 'too_many', 120)).toBe(120);
    expect(rest(1, 'too_many', 999_999)).toBe(3_600);
  });
});
