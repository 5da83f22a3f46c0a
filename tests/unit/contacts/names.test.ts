import { describe, expect, it } from 'vitest';
import { guessGivenName, ordered } from '@/lib/contacts/given-name';
import { nameKey } from '@/lib/contacts/name-key';

describe('the key of a name', () => {
  it.each([
    ['Ana Beltrán', 'ana beltran'],
    ['  ÁNA   BELTRÁN ', 'ana beltran'],
    ['Núñez-O’Brien', 'nunez obrien'],
    ["Núñez O'Brien", 'nunez obrien'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Søren Øst', 'soren ost'],
    ['Straße', 'strasse'],
    ['Ægir Þór', 'aegir thor'],
    ['İbrahim Işık', 'ibrahim isik'],
    ['Ａｎａ', 'ana'],
    ['Weil & Partner', 'weil partner'],
    ['Γιώργος', 'γιωργος'],
    ['がくせい', 'がくせい'],
    ['김민준', '김민준'],
    ['हिन्दी', 'हिन्दी'],
    ['张伟', '张伟'],
    ['ana@x.example', 'ana@x example'],
    ['!!!', '!!!'],
    ['100 % Marea', '100 marea'],
  ])('of %j is %j', (name, key) => {
    expect(nameKey(name)).toBe(key);
    expect(nameKey(key)).toBe(key);
  });
});

describe('the given name', () => {
  it.each([
    ['Ana Beltrán', 'Ana'],
    ['ANA BELTRÁN', 'Ana'],
    ['ana beltrán', 'Ana'],
    ['Beltrán Ruiz, Ana', 'Ana'],
    ['Dra. Ana Beltrán', 'Ana'],
    ['Prof. Dr. Jonas Weil', 'Jonas'],
    ['Jonas Weil, PhD', 'Jonas'],
    ['Jonas Weil, MBA, PhD', 'Jonas'],
    ['María José Pérez', 'María José'],
    ['JUAN CARLOS PÉREZ', 'Juan Carlos'],
    ['María Pérez', 'María'],
    ['Jean-Luc Martin', 'Jean-Luc'],
    ['Ana', 'Ana'],
    ['McKenzie Scott', 'McKenzie'],
    ['D’Arcy Wilson', 'D’Arcy'],
    ['A. Beltrán', null],
    ['J.R. Ewing', null],
    ['J R Ewing', null],
    ['ana@x.example', null],
    ['+34600123456', null],
    ['张伟', null],
    ['김민준', null],
    ['Dr.', null],
    ['', null],
  ])('of %j is %j', (name, given) => {
    expect(guessGivenName(name)).toBe(given);
  });

  it.each([
    ['Beltrán, Ana', 'Ana Beltrán'],
    ['Weil, Jr.', 'Weil'],
    ['Ana Beltrán', 'Ana Beltrán'],
    ['Beltrán,', 'Beltrán,'],
  ])('%j is written %j', (typed, name) => {
    expect(ordered(typed)).toBe(name);
  });
});
