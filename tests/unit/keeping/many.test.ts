import { describe, expect, it } from 'vitest';
import { readMany } from '@/lib/keeping/many/asked';

const where = { now: new Date('2026-11-22T12:00:00Z'), zone: 'Europe/Madrid', language: 'en' } as const;
const rest = (until: string, untilSeen = '') => readMany({ act: 'rest', until, untilSeen }, where);

describe('letting several people rest', () => {
  it('understands the words that Listen understands, once the day was shown', () => {
    expect(rest('next quarter', '2027-01-01')).toEqual({
      ok: true,
      what: { act: 'rest', until: '2027-01-01' },
    });
    expect(rest('next quarter')).toEqual({ ok: false, confirm: '2027-01-01' });
    expect(rest('2027-03-05')).toEqual({ ok: true, what: { act: 'rest', until: '2027-03-05' } });
  });

  it.each([
    ['', 'say_day'],
    ['whenever', 'day_unread'],
    ['2027-02-31', 'day_unread'],
    ['2026-11-22', 'day_range'],
    ['2027-12-28', 'day_range'],
  ])('says of %j what is missing', (until, missing) => {
    expect(rest(until)).toEqual({ ok: false, missing });
  });
});

describe('what is done with several people', () => {
  it('names a tag that is missing, and not a day', () => {
    expect(readMany({ act: 'tag', tag: ' , ' }, where)).toEqual({ ok: false, missing: 'say_tag' });
    expect(readMany({ act: 'untag', tag: '#Pools' }, where)).toEqual({
      ok: true,
      what: { act: 'untag', tag: 'Pools' },
    });
  });

  it('gives them to nobody where nobody is named, and reads no form that is none of ours', () => {
    expect(readMany({ act: 'assign' }, where)).toEqual({ ok: true, what: { act: 'assign', ownerId: null } });
    expect(readMany({ act: 'close' }, where)).toEqual({ ok: true, what: { act: 'close' } });
    expect(readMany({ act: 'write' }, where)).toBeNull();
  });
});
