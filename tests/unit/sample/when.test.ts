import { describe, expect, it } from 'vitest';
import { firstOfMonth, toldAt } from '@/lib/sample/when';

const now = new Date('2026-11-21T10:30:00Z');

describe('when the sample people spoke', () => {
  it('is a day and an hour of the zone', () => {
    expect(toldAt({ days: 9, at: '17:45' }, { zone: 'Europe/Madrid', now })).toEqual({
      day: '2026-11-12',
      hour: '17:45',
    });
    expect(toldAt({ days: 0.1 }, { zone: 'Europe/Madrid', now })).toEqual({
      day: '2026-11-21',
      hour: '09:06',
    });
    expect(toldAt({ days: 0.1 }, { zone: 'Pacific/Auckland', now })).toEqual({
      day: '2026-11-21',
      hour: '21:06',
    });
  });

  it('names a month that lies well ahead', () => {
    expect(firstOfMonth(3, now)).toBe('2027-03-01');
    expect(firstOfMonth(3, new Date('2027-02-20T10:00:00Z'))).toBe('2028-03-01');
    expect(firstOfMonth(3, new Date('2027-01-20T10:00:00Z'))).toBe('2027-03-01');
  });
});
