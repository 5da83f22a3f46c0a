import { describe, expect, it } from 'vitest';
import { boundaryOf, filePart } from '@/lib/imports/uploads/multipart';
import { isFromHere } from '@/lib/session/same-origin';

const part = (about: string, content: string) => `--cut\r\n${about}\r\n\r\n${content}\r\n`;
const file = (content: string, name = 'people.csv') =>
  part(`Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv`, content);
const field = part('Content-Disposition: form-data; name="id"', 'x'.repeat(20_000));

async function* pieces(body: string, size: number) {
  const bytes = Buffer.from(body);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function read(body: string, size: number) {
  const found = await filePart(pieces(body, size), 'cut');
  if (!found) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of found.bytes) chunks.push(chunk);
  return [found.fileName, Buffer.concat(chunks).toString()];
}

describe('the file of a form', () => {
  const tricky = 'a\r\n--cu\r\n--cub\r\n\r\n--\r\n"--cut" né\r\n';
  it.each([
    ['alone', `${file('a,b\nc,d')}--cut--\r\n`, ['people.csv', 'a,b\nc,d']],
    ['empty', `${file('')}--cut--\r\n`, ['people.csv', '']],
    ['after another field', `${field}${file('a')}--cut--\r\n`, ['people.csv', 'a']],
    ['before another field', `${file('a')}${field}--cut--\r\n`, ['people.csv', 'a']],
    ['full of what looks like its end', `${file(tricky)}--cut--\r\n`, ['people.csv', tricky]],
    ['with a name of another alphabet', `${file('a', 'Añó «x».csv')}--cut--`, ['Añó «x».csv', 'a']],
    [
      'with a path and a quote in its name',
      `${file('a', 'C:\\\\dir\\\\my %22x%22.csv')}--cut--`,
      ['my "x".csv', 'a'],
    ],
    ['missing', `${field}--cut--\r\n`, null],
    ['not even a form', 'name,email\nAna,ana@x.example\n', null],
    ['cut off in its head', '--cut\r\nContent-Disp', null],
  ] as const)('is read when it is %s, however it arrives', async (_, body, expected) => {
    for (const size of [1, 2, 3, 7, 64, 100_000])
      expect(await read(body, size), `pieces of ${size}`).toEqual(expected);
  });

  it('that ends in the middle is no file', async () => {
    await expect(read(file('a'.repeat(50)).slice(0, -20), 5)).rejects.toThrow('ended in the middle');
  });

  it.each([
    ['multipart/form-data; boundary=----WebKitFormBoundaryX', '----WebKitFormBoundaryX'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['multipart/form-data', null],
    ['application/x-www-form-urlencoded', null],
    [null, null],
  ])('has the boundary that %j names', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});

describe('a form from here', () => {
  const from = (headers: Record<string, string>) => isFromHere(new Headers(headers));
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://here.example', host: 'here.example' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    [{ origin: 'https://here.example', host: '127.0.0.1:3000', 'x-forwarded-host': 'here.example' }, true],
    [{ origin: 'https://evil.example', host: 'here.example' }, false],
    [{ origin: 'null', host: 'here.example' }, false],
    [{ host: 'here.example' }, false],
  ])('is told by %j: %s', (headers, here) => {
    expect(from(headers)).toBe(here);
  });
});
