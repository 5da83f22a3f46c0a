import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Installation } from '@/tests/support/installation';
import { expect, test } from '@/tests/support/journey';
import { nora, setUp, signIn } from '@/tests/support/signing-in';

const people = [
  'Nombre;Apellidos;Correo;Teléfono;Empresa;Color',
  'Ana;Beltrán;ana@fundacion-marea.test;600 123 456;Fundación Marea;azul',
  'Jörg;Größe;joerg@weil.test;;Weil & Partner;rojo',
  ';;no es una dirección;;;',
].join('\r\n');
const csv = (content: string | Buffer, name = 'people.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: typeof content === 'string' ? Buffer.from(content) : content,
});

let owned = false;
test.beforeEach(async ({ page, installation }) => {
  await (owned ? signIn(page, nora) : setUp(page, installation));
  owned = true;
});

async function look(page: Page, file: ReturnType<typeof csv>) {
  await page.goto('/import');
  await page.getByLabel('A CSV file').setInputFiles(file);
  await page.getByRole('button', { name: 'Look at it first' }).click();
}

/** Files that wait in the data folder. */
function waiting(installation: Installation): string[] {
  const folder = join(dirname(installation.logFile), 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
}

test('a file is looked at, mended and imported, and the same file again changes nothing', async ({
  page,
  installation,
}) => {
  for (const [time, sentence] of [
    [1, '2 people new, none changed, one row skipped.'],
    [2, 'Nobody new, none changed, one row skipped.'],
  ] as const) {
    await look(page, csv(Buffer.from(people, 'latin1')));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before people.csv comes in.');
    await expect(page.getByLabel('Correo')).toHaveValue('email');
    await expect(page.getByLabel('Color')).toHaveValue('');
    await expect(page.getByText('Not taken: Color.')).toBeVisible();
    await expect(page.getByText('Größe')).toBeVisible();
    await page.getByLabel('Color').selectOption({ label: 'Tags' });
    await expect(page.getByText('Every column is taken.')).toBeVisible();
    await page.getByLabel('Telephone numbers without a country are from').selectOption({ label: 'Spain' });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 }), `time ${time}`).toHaveText(sentence);
  }
  await page.getByRole('link', { name: /Skipped/ }).click();
  await expect(page.getByText('Its only address could not be read: no es una dirección')).toBeVisible();
  await page.goto('/contacts?q=%2B34600123456');
  await expect(page.getByRole('link', { name: 'Ana Beltrán' })).toBeVisible();
  expect(waiting(installation), 'files that were left').toEqual([]);
});

test('the report is a file that runs nothing', async ({ page }) => {
  await look(page, csv('name,email\n"=cmd|\' /C calc\'!A0",x@formula.test\n', 'formula.csv'));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('One person new');
  const download = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the report' }).click(),
  ]).then(([started]) => started.createReadStream());
  const text = Buffer.concat(await download.toArray()).toString('utf8');
  expect(text).toContain(`"'=cmd`.replace('"', ''));
  expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a file is imported all the same, and another one is let go', async ({ page, installation }) => {
    await look(page, csv('name,email\nSam,sam@quiet.test\n'));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('One person new');
    await look(page, csv('name,email\nTom,tom@quiet.test\n'));
    await page.getByRole('button', { name: 'Not this file' }).click();
    await expect(page).toHaveURL(/\/import$/);
    expect(waiting(installation)).toEqual([]);
  });
});

for (const [what, buffer, says] of [
  [
    'a spreadsheet',
    Buffer.from('PK\x03\x04\x14\x00\x06\x00[Content_Types].xml', 'latin1'),
    'This is a spreadsheet.',
  ],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'This is a picture.'],
  ['nothing', Buffer.alloc(0), 'There is nothing in this file.'],
  ['headings alone', Buffer.from('name,email\n'), 'There are headings in this file, and nobody under them.'],
  [
    'more than thirty megabytes',
    Buffer.alloc(30 * 1024 * 1024 + 1, 'a,b\n'),
    'This file is larger than 30 MB.',
  ],
] as const) {
  test(`a file of ${what} is answered in one line, and leaves nothing`, async ({ page, installation }) => {
    await look(page, csv(buffer, 'people.csv'));
    await expect(page.getByText(says)).toBeVisible();
    expect(waiting(installation)).toEqual([]);
  });
}

test('a file of fifteen megabytes arrives whole, and its page tells how far it has come', async ({
  page,
}) => {
  const note = 'x'.repeat(5_000);
  const rows = Array.from({ length: 3_000 }, (_, at) => `Person ${at},p${at}@marea.test,${note}`);
  await look(page, csv(['name,email,notes', ...rows].join('\n'), 'large.csv'));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: '3,000 people new' })).toBeVisible({ timeout: 60_000 });
});
