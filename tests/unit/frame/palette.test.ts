import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actOn, isBeginning, keymap, keyTo, placeOf, upFrom } from '@/components/frame/keymap';
import { matching, type Command } from '@/components/frame/palette/match';
import { contactIn } from '@/components/frame/person';
import { barPlaces, logPlace, mainPlaces, settingsPlaces } from '@/components/frame/places';

const ana = '019a0000-0000-7000-8000-00000000000a';

describe('the keymap', () => {
  it('has every key once, and none that begins another', () => {
    const keys = keymap.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => isBeginning(key))).toEqual([]);
    expect(isBeginning('g')).toBe(true);
  });

  it('has the keys of the design', () => {
    const keys: readonly string[] = keymap.map(({ key }) => key);
    const design = ['?', 'mod+k', '/', 'j', 'k', 'o', 'u', 'c', 'r', 'l', 'e', 'h', 'b', 'z'];
    const places = ['g t', 'g l', 'g c', 'g o', 'g s'];
    expect([...design, ...places].filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('has every key that a page answers to', () => {
    const files = readdirSync('components', { recursive: true, encoding: 'utf8' });
    const written = files
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => [
        ...readFileSync(`components/${name}`, 'utf8').matchAll(/\bshortcut(?:=|: )["']([^"']+)["']/g),
      ])
      .map(([, key = '']) => key);
    const keys: readonly string[] = keymap.map(({ key }) => key);
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('is where the navigation has its keys from', () => {
    for (const { href, shortcut } of [...mainPlaces, logPlace, ...settingsPlaces, ...barPlaces])
      if (shortcut) expect(placeOf(shortcut)).toBe(href);
    expect(keyTo('/today')).toBe('g t');
    expect(keyTo('/import')).toBeUndefined();
    expect(placeOf('j')).toBeUndefined();
  });

  it('leads to the person in view', () => {
    expect(actOn(ana, 'r')).toEqual({ href: `/contacts/${ana}/write` });
    expect(actOn(ana, 'l')).toEqual({ href: `/log?contact=${ana}` });
    expect(actOn(ana, 'e')).toEqual({ href: `/contacts/${ana}?do=done#done`, fold: 'done' });
    expect(actOn(ana, 'h')).toEqual({ href: `/contacts/${ana}?do=rest#rest`, fold: 'rest' });
    expect(actOn(ana, 'b')).toEqual({ href: `/log?contact=${ana}&outcome=declined` });
    expect(actOn(ana, 'g t')).toBeNull();
  });

  it('goes up from writing to the person, from the person to everybody, from anywhere to Today', () => {
    expect(upFrom(`/contacts/${ana}/write`, ana)).toBe(`/contacts/${ana}`);
    expect(upFrom(`/contacts/${ana}`, ana)).toBe('/contacts');
    expect(upFrom('/settings/team', null)).toBe('/today');
    expect(upFrom('/contacts', ana)).toBe('/today');
    expect(upFrom(`/mail/${ana}`, ana)).toBe(`/contacts/${ana}`);
    expect(upFrom('/mail/questions', null)).toBe('/today');
  });
});

it('an address names a contact only where it is about one', () => {
  expect(contactIn(`/contacts/${ana}`)).toBe(ana);
  expect(contactIn(`/contacts/${ana}/write`)).toBe(ana);
  for (const other of ['/contacts', '/contacts/new', `/listen/${ana}`, '/today'])
    expect(contactIn(other)).toBeNull();
});

describe('what one types', () => {
  const command = (label: string, also = ''): Command => ({
    ...{ id: label, group: 'go', label, also, hint: null, href: '/', key: null },
  });
  const all = [
    command('Log something', 'Anotar algo'),
    command('Gate log', 'Registro'),
    command('Contacts', 'Contactos'),
    command('Write to Íñigo', 'Escribir a Íñigo'),
  ];
  const found = (typed: string) => matching(all, typed).map(({ label }) => label);

  it.each([
    ['nothing at all', '', all.map(({ label }) => label)],
    ['the start of a word', 'log', ['Log something', 'Gate log']],
    ['words in any order', 'some log', ['Log something']],
    ['the other language', 'escri', ['Write to Íñigo']],
    ['without accents', 'inigo', ['Write to Íñigo']],
    ['letters in their order', 'cntcts', ['Contacts']],
    ['what is not there', 'invoice', []],
  ])('finds by %s', (_, typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });
});
