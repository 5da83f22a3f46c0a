import { describe, expect, it } from 'vitest';
import { readDialect } from '@/lib/imports/file/dialect';
import { type Row, tableRows } from '@/lib/imports/file/table';

async function* pieces(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function read(
  bytes: Buffer,
  size = 7,
): Promise<{ delimiter: string; encoding: string; columns: readonly unknown[]; rows: Row[] }> {
  const dialect = await readDialect(bytes.subarray(0, 64 * 1024));
  if ('fault' in dialect) throw new Error(dialect.fault);
  const rows: Row[] = [];
  for await (const row of tableRows(pieces(bytes, size), dialect)) rows.push(row);
  return { delimiter: dialect.delimiter, encoding: dialect.encoding, columns: dialect.columns, rows };
}

const cells = (rows: readonly Row[]) =>
  rows.map((row) => ('cells' in row ? row.cells : [row.fault, row.line]));
const text = (...lines: string[]) => Buffer.from(lines.join('\n'));

describe('a file of contacts', () => {
  it.each([
    [',', 'Name,Email\nAna,ana@x.example'],
    [';', 'Nombre;Correo\nAna;ana@x.example'],
    ['\t', 'Name\tE-mail\nAna\tana@x.example'],
    ['|', 'Name|Email\nAna|ana@x.example'],
    [';', 'sep=;\nName;Email\nAna;ana@x.example'],
    [';', 'Nombre;Correo;Notas\nAna;ana@x.example;uno, dos, tres\nBen;ben@x.example;a, b, c'],
  ])('is read with %j between its cells', async (delimiter, content) => {
    const file = await read(Buffer.from(content));
    expect(file.delimiter).toBe(delimiter);
    expect(cells(file.rows)[0]?.slice(0, 2)).toEqual(['Ana', 'ana@x.example']);
  });

  const umlauts = 'Name;E-Mail\r\nJürgen Größe;juergen@x.example\r\nNúñez — “Añó” €;n@x.example\r\n';
  const cp1252 = Buffer.from(
    umlauts.replace('—', '\x97').replace('“', '\x93').replace('”', '\x94').replace('€', '\x80'),
    'latin1',
  );
  it.each([
    ['UTF-8', Buffer.from(umlauts)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${umlauts}`)],
    ['Windows-1252', cp1252],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${umlauts}`, 'utf16le')],
    ['UTF-16 LE without one', Buffer.from(umlauts, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${umlauts}`, 'utf16le').swap16()],
    ['UTF-16 BE without one', Buffer.from(umlauts, 'utf16le').swap16()],
  ])('is read as %s, however its bytes arrive', async (_, bytes) => {
    for (const size of [1, 2, 3, 1000]) {
      const { rows } = await read(bytes, size);
      expect(cells(rows)).toEqual([
        ['Jürgen Größe', 'juergen@x.example'],
        ['Núñez — “Añó” €', 'n@x.example'],
      ]);
    }
  });

  it('may change from UTF-8 to Windows-1252 after many rows', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `Añó ${at},a${at}@x.example\n`).join('');
    const bytes = Buffer.concat([
      Buffer.from(`name,email\n${rows}`),
      Buffer.from('Núñez,n@x.example\n', 'latin1'),
    ]);
    const file = await read(bytes, 4096);
    expect(file.rows).toHaveLength(5001);
    expect(cells(file.rows).at(-1)).toEqual(['Núñez', 'n@x.example']);
    expect(cells(file.rows)[4999]).toEqual(['Añó 4999', 'a4999@x.example']);
  });

  it('keeps line breaks, commas and doubled quotes that stand in quotes', async () => {
    const { rows } = await read(
      text('name,note,email', '"Beltrán, Ana","says ""hi""', 'and, bye",ana@x.example', 'Ben,,ben@x.example'),
    );
    expect(cells(rows)).toEqual([
      ['Beltrán, Ana', 'says "hi"\nand, bye', 'ana@x.example'],
      ['Ben', '', 'ben@x.example'],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('loses one row to a quote that nobody closed, and says which', async () => {
    const { rows } = await read(
      text(
        'name,email',
        'Ana,ana@x.example',
        '"Ben,ben@x.example',
        'Carla,carla@x.example',
        '"Dev ""D""",dev@x.example',
        'Eva,eva@x.example',
      ),
    );
    expect(cells(rows)).toEqual([
      ['Ana', 'ana@x.example'],
      ['quote_not_closed', 3],
      ['Carla', 'carla@x.example'],
      ['Dev "D"', 'dev@x.example'],
      ['Eva', 'eva@x.example'],
    ]);
  });

  it('loses one row to an open quote at its very end, and to one before thousands of others', async () => {
    const end = await read(text('name,email', 'Ana,ana@x.example', 'Ben,"ben@x.example'));
    expect(cells(end.rows)).toEqual([
      ['Ana', 'ana@x.example'],
      ['quote_not_closed', 3],
    ]);
    const many = Array.from({ length: 3000 }, (_, at) => `P${at},p${at}@x.example`);
    const { rows } = await read(text('name,email', '"Ana,ana@x.example', ...many), 5000);
    expect(rows).toHaveLength(3001);
    expect(cells(rows)[0]).toEqual(['quote_not_closed', 2]);
  });

  it('loses one row to a line without end, and keeps to its memory', async () => {
    const { rows } = await read(text('name,email', 'x'.repeat(3_000_000), 'Ana,ana@x.example'), 65_536);
    expect(cells(rows)).toEqual([
      ['row_too_long', 2],
      ['Ana', 'ana@x.example'],
    ]);
  });

  it('may have rows that are too short, too long, blank, or nothing but separators', async () => {
    const { rows } = await read(text('name,email,phone', 'Ana', '', ',,', '  ', 'Ben,ben@x.example,1,2,3'));
    expect(cells(rows)).toEqual([['Ana'], ['Ben', 'ben@x.example', '1', '2', '3']]);
  });

  it('may end its lines as old Macs did, or as Windows does', async () => {
    for (const end of ['\r', '\r\n']) {
      const { rows } = await read(
        Buffer.from(['name,email', 'Ana,ana@x.example', 'Ben,ben@x.example', ''].join(end)),
      );
      expect(cells(rows)).toEqual([
        ['Ana', 'ana@x.example'],
        ['Ben', 'ben@x.example'],
      ]);
    }
  });

  it('may carry a preamble, as the export of LinkedIn does', async () => {
    const { columns, rows } = await read(
      text(
        'Notes:',
        '"When exporting your connection data, you may notice that some of the email addresses are missing. See https://www.linkedin.com/psettings/"',
        '',
        'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
        'Ana,Beltrán,https://www.linkedin.com/in/ana-beltran,,Fundación Marea,Director,12 Mar 2024',
      ),
    );
    expect(columns).toEqual([
      'given_name',
      'family_name',
      'linkedin',
      'email',
      'organization',
      'position',
      null,
    ]);
    expect(cells(rows)).toHaveLength(1);
  });

  it('may have no header, when its columns show what they hold', async () => {
    const { columns, rows } = await read(text('Ana Beltrán,ana@x.example', 'Ben Weil,ben@x.example'));
    expect(columns[1]).toBe('email');
    expect(cells(rows)).toHaveLength(2);
  });

  it('may have headers that nobody knows', async () => {
    const { columns, rows } = await read(
      text('Quién,Dónde escribirle', 'Ana,ana@x.example', 'Ben,ben@x.example'),
    );
    expect(columns).toEqual([null, 'email']);
    expect(cells(rows)).toHaveLength(2);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from('\ufeff')],
    ['empty', Buffer.from(' \n\n')],
    ['spreadsheet', Buffer.from('PK\x03\x04\x14\x00\x06\x00[Content_Types].xml xl/workbook.xml', 'latin1')],
    ['archive', Buffer.from('PK\x03\x04\x14\x00\x06\x00photos/me.jpg', 'latin1')],
    ['spreadsheet', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')],
    ['archive', Buffer.from('\x1f\x8b\x08\x00', 'latin1')],
    ['image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['image', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['web_page', Buffer.from('<!doctype html><table><tr><td>a,b</td></tr></table>')],
    ['cards', Buffer.from('BEGIN:VCARD\nFN:Ana\nEND:VCARD')],
    ['data_file', Buffer.from('[{"name": "Ana"}]')],
    ['no_rows', Buffer.from('name,email\n')],
    ['no_rows', Buffer.from('sep=;\nNombre;Correo\n;\n')],
    ['binary', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 37) % 256))],
  ])('is none when it is %s', async (fault, bytes) => {
    expect(await readDialect(bytes)).toEqual({ fault });
  });
});
