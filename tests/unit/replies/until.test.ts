import { describe, expect, it } from 'vitest';
import { readUntil } from '@/lib/replies/until';

const english = { today: '2026-11-22', language: 'en' } as const;

describe('the day that is stored for a not-now', () => {
  it('none where nothing is typed, and a day in figures as it stands, also one that is over', () => {
    expect(readUntil({ typed: ' ', seen: '' }, english)).toEqual({ ok: true, until: '' });
    expect(readUntil({ typed: '2027-03-05', seen: '' }, english)).toEqual({ ok: true, until: '2027-03-05' });
    expect(readUntil({ typed: '2020-03-05', seen: '' }, english)).toEqual({ ok: true, until: '2020-03-05' });
  });

  it('words are stored as the day that was shown', () => {
    expect(readUntil({ typed: 'in March', seen: '2027-03-01' }, english)).toEqual({
      ok: true,
      until: '2027-03-01',
    });
    expect(readUntil({ typed: '3/5', seen: '2027-03-05' }, english)).toEqual({
      ok: true,
      until: '2027-03-05',
    });
  });

  it('words whose day nobody has seen are asked about, and so are those that came to another day meanwhile', () => {
    expect(readUntil({ typed: 'in March', seen: '' }, english)).toEqual({ ok: false, day: '2027-03-01' });
    expect(readUntil({ typed: 'tomorrow', seen: '2026-11-22' }, english)).toEqual({
      ok: false,
      day: '2026-11-23',
    });
  });

  it('words without a day are no day', () => {
    expect(readUntil({ typed: 'some day', seen: '2027-03-01' }, english)).toEqual({ ok: false, day: null });
  });
});
