import { describe, expect, it } from 'vitest';
import { keyOf } from '@/components/frame/keys';
import {
  barPlaces,
  logPlace,
  mainPlaces,
  placesFor,
  restPlaces,
  settingsPlaces,
} from '@/components/frame/places';

const pressed = (key: string, held: { metaKey?: boolean; ctrlKey?: boolean } = {}) =>
  keyOf({ key, metaKey: false, ctrlKey: false, ...held });

describe('keys', () => {
  it('are spelled as data-key spells them', () => {
    expect(pressed('G')).toBe('g');
    expect(pressed('?')).toBe('?');
    expect(pressed('Enter')).toBe('Enter');
    expect(pressed('Enter', { metaKey: true })).toBe('mod+Enter');
    expect(pressed('Enter', { ctrlKey: true })).toBe('mod+Enter');
  });

  it('never stand for two places', () => {
    const all = [...mainPlaces, logPlace].flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a small screen', () => {
  it('leads everywhere the rail does, by its bar or by the sheet with the rest', () => {
    const small = new Set([...barPlaces, ...restPlaces].map(({ href }) => href));
    const wide = [...mainPlaces, logPlace, ...settingsPlaces].map(({ href }) => href);
    expect(wide.filter((href) => !small.has(href))).toEqual([]);
  });
});

describe('a reader', () => {
  it('is not led to places where one writes', () => {
    const seen = [
      ...placesFor('reader', mainPlaces),
      ...placesFor('reader', barPlaces),
      ...placesFor('reader', restPlaces),
    ].map(({ href }) => href);
    expect(seen).not.toContain('/import');
    expect(seen).not.toContain('/log');
    expect(seen).toContain('/today');
  });
});
