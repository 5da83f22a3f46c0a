import { describe, expect, it } from 'vitest';
import {
  agoOf,
  dayHeadingOf,
  dayOf,
  daysSince,
  fullDayOf,
  hourOf,
  isoDay,
  momentOf,
  shortDayOf,
} from '@/lib/language/moments';

const now = new Date('2027-05-06T10:30:00Z');
const english = { language: 'en', zone: 'Europe/Madrid', now } as const;
const spanish = { ...english, language: 'es' } as const;
const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('how long ago, in a list', () => {
  it.each([
    [0.001, 'now', 'ahora'],
    [0.5, '30 min', '30 min'],
    [2, '2 h', '2 h'],
    [23.9, '23 h', '23 h'],
    [25, '1 d', '1 d'],
    [50, '2 d', '2 d'],
    [24 * 9, '9 d', '9 d'],
    [24 * 21, '3 w', '3 sem'],
    [24 * 56, '8 w', '8 sem'],
    [24 * 57, '2 mo', '2 meses'],
    [24 * 300, '10 mo', '10 meses'],
    [24 * 729, '24 mo', '24 meses'],
    [24 * 731, '2 y', '2 años'],
    [-24 * 3, '9 May', '9 may'],
  ])('%s hours: %s / %s', (hours, inEnglish, inSpanish) => {
    expect(agoOf(before(hours), english)).toBe(inEnglish);
    expect(agoOf(before(hours), spanish)).toBe(inSpanish);
  });

  it.each([
    [new Date('2027-05-05T22:00:00Z'), 'today', 'hoy'],
    [new Date('2027-05-04T22:00:00Z'), '1 d', '1 d'],
    [new Date('2027-04-03T22:00:00Z'), '4 w', '4 sem'],
  ])('claims no hour where only the day is known: %s is %s', (at, inEnglish, inSpanish) => {
    expect(agoOf(at, english, { dayOnly: true })).toBe(inEnglish);
    expect(agoOf(at, spanish, { dayOnly: true })).toBe(inSpanish);
  });

  it('never shows less for somebody who waits longer', () => {
    const steps = Array.from({ length: 900 }, (_, at) => agoOf(before(at * 24 + 1), english));
    const sizes: Record<string, number> = { h: 1, d: 24, w: 168, mo: 730, y: 8_760 };
    const hours = steps.map((said) => {
      const [count = '', unit = ''] = said.split(' ');
      return Number(count) * (sizes[unit] ?? Number.NaN);
    });
    expect(hours.every((one, at) => at === 0 || one >= (hours[at - 1] ?? 0))).toBe(true);
  });

  it('takes the day after the clocks changed for one day', () => {
    const reading = { ...english, now: new Date('2027-03-28T22:30:00Z') };
    expect(daysSince(new Date('2027-03-27T23:30:00Z'), reading)).toBe(1);
  });
});

describe('a moment belongs to the zone it is read in', () => {
  const late = new Date('2027-05-03T22:30:00Z');

  it('is already tomorrow in Madrid', () => {
    expect(isoDay(late, 'Europe/Madrid')).toBe('2027-05-04');
    expect(isoDay(late, 'UTC')).toBe('2027-05-03');
    expect(isoDay(late, 'Pacific/Honolulu')).toBe('2027-05-03');
    expect(dayOf(late, english)).toBe('4 May');
    expect(hourOf(late, english)).toBe('00:30');
  });

  it('names the zone where it is spelled out', () => {
    expect(momentOf(late, english)).toMatch(/^Tuesday,? 4 May 2027, 00:30 (CEST|GMT\+2)$/);
    expect(momentOf(late, spanish)).toMatch(/^martes, 4 de mayo de 2027, 00:30 (CEST|GMT\+2)$/);
  });
});

describe('days', () => {
  it('carry their year only when it is another one', () => {
    expect(dayOf(before(72), english)).toBe('3 May');
    expect(dayOf(before(72), spanish)).toBe('3 de mayo');
    expect(dayOf(before(24 * 200), english)).toBe('18 October 2026');
    expect(shortDayOf(before(72), english)).toBe('3 May');
    expect(fullDayOf(new Date('2027-09-20T22:00:00Z'), english)).toMatch(/^Tuesday,? 21 September 2027$/);
  });

  it('are today and yesterday by the calendar, not by 24 hours', () => {
    expect(dayHeadingOf(before(12), english)).toBe('Today');
    expect(dayHeadingOf(before(13), spanish)).toBe('Ayer');
    expect(dayHeadingOf(before(30), english)).toBe('Yesterday');
    expect(dayHeadingOf(before(80), english)).toBe('3 May');
  });
});
