import { describe, expect, it } from 'vitest';
import { isoDay } from '@/lib/language/moments';
import { readDay } from '@/lib/language/dates/read';
import { expectDay, rows } from './rows';

// What is typed, the day on which it is typed, the day it comes to.
const edges = rows(`
  in January => 2026-12-31 2027-01-01
  Monday in two weeks => 2026-11-22 2026-12-07
  Monday in two weeks => 2026-11-25 2026-12-07
  el martes en tres semanas => 2026-11-25 2026-12-15
  Montag in zwei Wochen => 2026-11-22 2026-12-07
  before Christmas => 2026-12-20 2026-12-22
  31/02/2027 => 2026-11-22 -
  31.2.27 => 2026-11-22 -
  in der 3. Kalenderwoche 2027 => 2026-11-17 2027-01-18
  no 4.º trimestre => 2026-07-07 2026-10-01
  next month => 2026-12-31 2027-01-01
  tomorrow => 2026-12-31 2027-01-01
  end of year => 2026-12-30 2026-12-31
  end of year => 2026-12-31 2027-12-31
  next quarter => 2026-12-31 2027-01-01
  next week => 2026-12-31 2027-01-04
  in two months => 2026-12-31 2027-02-28
  next year => 2026-12-31 2027-01-01
  in December => 2026-12-31 2027-12-01
  after Christmas => 2026-12-25 2026-12-27
  after Christmas => 2026-12-26 2026-12-27
  after Christmas => 2026-12-27 2027-12-27
  after the holidays => 2026-12-31 2027-01-02
  after the holidays => 2027-01-01 2027-01-07
  after the holidays => 2027-01-02 2027-01-07
  después de las fiestas => 2027-01-04 2027-01-07
  después de Reyes => 2027-01-06 2027-01-07
  after the holidays => 2026-07-10 2026-09-01
  a la vuelta de vacaciones => 2026-07-10 2026-09-01
  after Easter => 2027-03-28 2027-03-30
  after Easter => 2027-03-29 2027-03-30
  after Easter => 2027-03-30 2028-04-18
  después de Semana Santa => 2027-03-20 2027-03-29
  depois do Carnaval => 2027-02-10 2028-03-01
  after the summer => 2026-07-01 2026-09-21
  after the summer => 2026-09-20 2026-09-21
  in summer => 2026-07-01 2027-06-21
  tomorrow => 2028-02-28 2028-02-29
  29 February => 2027-06-01 2028-02-29
  29 February => 2028-02-28 2028-02-29
  29 February => 2028-02-29 2032-02-29
  in a year => 2028-02-29 2029-02-28
  in one month => 2027-01-31 2027-02-28
  in one month => 2028-01-31 2028-02-29
  end of the month => 2028-02-10 2028-02-29
  tomorrow => 2027-03-27 2027-03-28
  in a week => 2027-03-27 2027-04-03
  tomorrow => 2027-10-30 2027-10-31
  Sunday => 2027-10-30 2027-10-31
  next Monday => 2026-11-23 2026-11-30
  next Tuesday => 2026-11-23 2026-12-01
  el próximo martes => 2026-11-23 2026-11-24
  Monday => 2026-11-23 2026-11-30
  Friday => 2026-11-28 2026-12-04
  week 53 => 2026-11-22 2026-12-28
  week 1 => 2026-12-31 2027-01-04
  in 5 working days => 2026-11-27 2026-12-04
  in 1 working day => 2026-11-28 2026-11-30
  in March => 2027-03-01 2028-03-01
  in March => 2027-02-28 2027-03-01
  mid March => 2027-03-16 2027-03-20
  late March => 2027-03-22 2027-03-31
  early March => 2027-03-05 2027-03-10
  after March => 2027-03-31 2027-04-01
  Q1 => 2027-01-01 2028-01-01
  Q1 => 2026-12-31 2027-01-01
  this quarter => 2026-12-31 -
  end of the quarter => 2027-03-31 2027-06-30
  29 February 2100 => 2027-06-01 -
  after Easter => 2038-04-20 2038-04-27
`);

describe('days near the ends of years and months, in leap years and among feasts', () => {
  it.each(edges)('“%s” on, and comes to: %s', (typed, days) => {
    const [today = '', day = ''] = days.split(' ');
    expectDay(typed, day, today);
  });
});

describe('the day on which it is typed', () => {
  // 23:30 in UTC on 31 December is the new year in Madrid already.
  const moment = new Date('2026-12-31T23:30:00Z');

  it.each([
    ['UTC', '2027-01-01'],
    ['Europe/Madrid', '2027-01-02'],
    ['America/New_York', '2027-01-01'],
  ])('in %s makes “tomorrow” %s', (zone, day) => {
    expect(readDay('tomorrow', { today: isoDay(moment, zone) })?.day).toBe(day);
  });

  it.each([
    ['2027-03-28T00:30:00Z', '2027-03-29'],
    ['2027-03-28T21:30:00Z', '2027-03-29'],
    ['2027-10-30T22:30:00Z', '2027-11-01'],
  ])('is a whole day, also where the clocks change: %s', (now, day) => {
    expect(readDay('mañana', { today: isoDay(new Date(now), 'Europe/Madrid') })?.day).toBe(day);
  });
});
