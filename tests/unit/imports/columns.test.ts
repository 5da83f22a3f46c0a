import { describe, expect, it } from 'vitest';
import { splitAddresses, tellsToLeaveOut } from '@/lib/imports/columns/cell-values';
import { fieldOf, guessColumns } from '@/lib/imports/columns/guess';

describe('a header', () => {
  it.each([
    ['Name', 'name'],
    ['FULL NAME', 'name'],
    ['Nombre y apellidos', 'name'],
    ['Nombre', 'given_name'],
    ['First_Name', 'given_name'],
    ['firstName', 'given_name'],
    ['Apellidos', 'family_name'],
    ['E-mail', 'email'],
    ['E-mail 1 - Value', 'email'],
    ['E-mail 2 Address', 'email'],
    ['Email address', 'email'],
    ['Correo electrónico', 'email'],
    ['E-mail 1 - Label', null],
    ['LinkedIn URL', 'linkedin'],
    ['Perfil de LinkedIn', 'linkedin'],
    ['Teléfono móvil', 'phone'],
    ['Phone 1 - Value', 'phone'],
    ['Mobile Phone', 'phone'],
    ['WhatsApp', 'whatsapp'],
    ['Company / Organization', 'organization'],
    ['Organization Name', 'organization'],
    ['Empresa', 'organization'],
    ['Puesto', 'position'],
    ['Job title', 'position'],
    ['Etiquetas', 'tags'],
    ['How we met', 'met_how'],
    ['¿Cómo nos conocimos?', 'met_how'],
    ['Idioma', 'language'],
    ['País', 'country'],
    ['Notas', 'note'],
    ['Do not contact', 'left_out'],
    ['Baja', 'left_out'],
    ['Favourite colour', null],
    ['', null],
  ])('%j is %s', (header, field) => {
    expect(fieldOf(header)).toBe(field);
  });
});

describe('columns', () => {
  it('read "Nombre" as the whole name, unless family names stand beside it', () => {
    expect(guessColumns(['Nombre', 'Correo'], [])).toEqual(['name', 'email']);
    expect(guessColumns(['Nombre', 'Apellidos', 'Correo'], [])).toEqual([
      'given_name',
      'family_name',
      'email',
    ]);
    expect(guessColumns(['Name', 'Surname'], [])).toEqual(['given_name', 'family_name']);
  });

  it('take the first of what may stand once, and all of what may stand often', () => {
    expect(guessColumns(['Company', 'Organization', 'Email', 'Work email'], [])).toEqual([
      'organization',
      null,
      'email',
      'email',
    ]);
  });

  it('are told by what stands in them where the header says nothing', () => {
    expect(
      guessColumns(
        ['A', 'URL'],
        [
          ['ana@x.example', 'https://linkedin.com/in/ana'],
          ['', ''],
        ],
      ),
    ).toEqual(['email', 'linkedin']);
    expect(
      guessColumns(
        ['A', 'URL'],
        [
          ['ana@x.example', 'https://x.example'],
          ['ana', ''],
        ],
      ),
    ).toEqual([null, null]);
  });
});

describe('a cell', () => {
  it.each([
    ['email', 'a@x.example ::: b@x.example', ['a@x.example', 'b@x.example']],
    ['email', 'a@x.example, b@x.example; c@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['email', 'a@x.example b@x.example', ['a@x.example', 'b@x.example']],
    ['email', '"Beltrán, Ana" <a@x.example>', ['"Beltrán, Ana" <a@x.example>']],
    [
      'email',
      '"Beltrán, Ana" <a@x.example>, Ben <b@x.example>',
      ['"Beltrán, Ana" <a@x.example>', 'Ben <b@x.example>'],
    ],
    ['phone', '+34 600 123 456 / +34 600 123 457', ['+34 600 123 456', '+34 600 123 457']],
    ['linkedin', 'https://www.linkedin.com/in/ana', ['https://www.linkedin.com/in/ana']],
    ['email', '-', []],
  ] as const)('of %s, %j, holds %j', (channel, cell, parts) => {
    expect(splitAddresses(channel, cell)).toEqual(parts);
  });

  it.each([
    ['yes', true],
    ['Sí', true],
    ['1', true],
    ['x', true],
    ['2024-03-01', true],
    ['no', false],
    ['FALSE', false],
    ['0', false],
    ['', false],
    ['Subscribed', false],
  ])('%j under "do not contact" leaves out: %s', (cell, out) => {
    expect(tellsToLeaveOut(cell)).toBe(out);
  });
});
