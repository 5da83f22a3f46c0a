import { describe, expect, it } from 'vitest';
import { instantOf, placeInTime } from '@/lib/threads/when';

describe('the instant of a day and an hour', () => {
  it.each([
    ['2026-07-14', '10:12', 'Europe/Madrid', '2026-07-14T08:12:00.000Z'],
    ['2026-01-14', '10:12', 'Europe/Madrid', '2026-01-14T09:12:00.000Z'],
    ['2026-07-14', '00:00', 'Pacific/Auckland', '2026-07-13T12:00:00.000Z'],
    ['2026-07-14', '23:59', 'America/New_York', '2026-07-15T03:59:00.000Z'],
    ['2026-07-14', '12:00', 'Asia/Kathmandu', '2026-07-14T06:15:00.000Z'],
  ])('%s %s in %s is %s', (day, hour, zone, instant) => {
    expect(instantOf(day, hour, zone)?.toISOString()).toBe(instant);
  });

  it('reads an hour that the clocks skip as the one after it', () => {
    expect(instantOf('2026-03-29', '02:30', 'Europe/Madrid')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('reads an hour that comes twice as the first', () => {
    expect(instantOf('2026-10-25', '02:30', 'Europe/Madrid')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each(['2026-02-30', '2026-13-01', 'yesterday', ''])('knows no day called "%s"', (day) => {
    expect(instantOf(day, '12:00', 'UTC')).toBe(null);
  });
});

describe('the place of a message in time', () => {
  const at = {
    zone: 'Europe/Madrid',
    installationZone: 'Europe/Madrid',
    now: new Date('2026-11-21T10:00:00Z'),
  };

  it('is an instant where the hour is known', () => {
    expect(placeInTime({ day: '2026-11-21', hour: '09:30' }, at)).toEqual({
      occurredAt: new Date('2026-11-21T08:30:00Z'),
      dayOnly: false,
    });
  });

  it('reads a minute of the last hour to its end, but not beyond now', () => {
    expect(placeInTime({ day: '2026-11-21', hour: '10:58' }, at)).toMatchObject({
      occurredAt: new Date('2026-11-21T09:58:59Z'),
    });
    const now = new Date('2026-11-21T10:00:20Z');
    expect(placeInTime({ day: '2026-11-21', hour: '11:00' }, { ...at, now })).toMatchObject({
      occurredAt: now,
    });
  });

  it('forgives a clock that is a minute ahead, and no more', () => {
    expect(placeInTime({ day: '2026-11-21', hour: '11:01' }, at)).toMatchObject({ dayOnly: false });
    expect(placeInTime({ day: '2026-11-21', hour: '11:02' }, at)).toBe('occurred_in_the_future');
  });

  it('is a day of the installation where only the day is known', () => {
    expect(
      placeInTime({ day: '2026-11-20', hour: null }, { ...at, installationZone: 'America/New_York' }),
    ).toEqual({
      occurredAt: new Date('2026-11-20T17:00:00Z'),
      dayOnly: true,
    });
  });

  it('takes today without an hour, also before noon, and also where it is not yet today there', () => {
    expect(placeInTime({ day: '2026-11-21', hour: null }, at)).toEqual({
      occurredAt: new Date('2026-11-20T23:00:00Z'),
      dayOnly: true,
    });
    const early = {
      zone: 'Pacific/Auckland',
      installationZone: 'Europe/Madrid',
      now: new Date('2026-11-21T12:00:00Z'),
    };
    expect(placeInTime({ day: '2026-11-22', hour: null }, early)).toMatchObject({ dayOnly: true });
    expect(placeInTime({ day: '2026-11-23', hour: null }, early)).toBe('occurred_in_the_future');
  });

  it('is nowhere for a day that does not exist', () => {
    expect(placeInTime({ day: '2026-02-30', hour: null }, at)).toBe('no_such_day');
  });
});
