import { describe, expect, it } from 'vitest';
import { mayHearAgain } from '@/lib/replies/again';
import { dayIn, quickDays } from '@/lib/replies/days';
import { hearingSchema, outcomes, type HearingTold } from '@/lib/replies/hearing';
import { rowCursor, rowPlace } from '@/lib/replies/today/tabs';
import { wordsIn } from '@/lib/replies/words';
import { errorsOf } from '@/lib/threads/form';

const id = '0198a3c0-0000-7000-8000-000000000001';
const everything = {
  ...{
    scope: 'this_pitch',
    aboutPitchId: id,
    until: '2027-02-22',
    ...{ referral: 'Carmen', referralId: id, referralAddress: 'carmen@marea.example' },
    words: 'Ahora no',
  },
  ...{ whatWeHeard: 'Not before summer.', reason: '' },
};
const carmen = { referral: 'Carmen', referralId: id, referralAddress: 'carmen@marea.example' };
const hearing = (outcome: string, more: object = {}): HearingTold =>
  hearingSchema.parse({ outcome, ...everything, ...more });

describe('what a person heard', () => {
  it.each([
    ['other', carmen],
    ['interested', { words: 'Ahora no', ...carmen }],
    ['question', { words: 'Ahora no', ...carmen }],
    ['later', { words: 'Ahora no', until: '2027-02-22', ...carmen }],
    ['wrong_person', { words: 'Ahora no', pitchId: id, ...carmen }],
    ['declined', { words: 'Ahora no', scope: 'this_pitch', pitchId: id, ...carmen }],
    ['opted_out', { words: 'Ahora no' }],
  ])('as %s keeps what belongs to it, whatever else the form sent', (outcome, kept) => {
    const nobody = { referral: null, referralId: null, referralAddress: null };
    const nothing = { scope: null, pitchId: null, until: null, ...nobody, words: null, reason: null };
    expect(hearing(outcome)).toEqual({ outcome, ...nothing, whatWeHeard: 'Not before summer.', ...kept });
  });

  it('knows every outcome once', () => {
    expect(new Set(outcomes).size).toBe(7);
  });

  it('is a no of the person unless their words name something else', () => {
    expect(hearing('declined', { scope: '' })).toMatchObject({ scope: 'person', pitchId: null });
  });

  it('rests until the day they named, or without one as long as the law has it', () => {
    expect(hearing('later', { until: '2027-05-03' }).until).toBe('2027-05-03');
    expect(hearing('later', { until: '' }).until).toBe(null);
  });

  it('asks for the words of a no that closes everybody there', () => {
    const read = hearingSchema.safeParse({
      outcome: 'declined',
      ...everything,
      scope: 'organization',
      words: ' ',
    });
    expect(read.success ? null : errorsOf(read.error)).toEqual({ words: 'organization_words' });
  });
});

describe('the words an outcome rests on', () => {
  const text = 'I’ll have to ask you\nnot to include me – “never again”.';

  it.each([
    ['not to include me', 'not to include me'],
    ["i'll have to ask you not", 'I’ll have to ask you\nnot'],
    ['me - "never again"', 'me – “never again”'],
    ['  include   me ', 'include me'],
  ])('%j are found as %j', (words, found) => {
    expect(wordsIn(['Hello.', text], words)).toBe(found);
  });

  it.each(['never write', '', '   ', '.*', 'include me (ever)'])('%j are not theirs', (words) => {
    expect(wordsIn(['Hello.', text], words)).toBe(null);
  });
});

describe('hearing again', () => {
  const heard = { heardById: 'nora', recordedAt: new Date('2026-11-21T10:00:00Z') };
  const at = (minutes: number) => new Date(heard.recordedAt.getTime() + minutes * 60_000);

  it.each([
    ['nora', false, 9, 'freely'],
    ['nora', false, 10, 'no'],
    ['marc', false, 1, 'no'],
    ['olga', true, 1, 'with_a_reason'],
    ['nora', true, 9, 'freely'],
    ['nora', true, 11, 'with_a_reason'],
  ] as const)('by %s (owner: %s) after %i minutes: %s', (userId, owns, minutes, answer) => {
    expect(mayHearAgain(heard, { userId, owns, now: at(minutes) })).toBe(answer);
  });
});

describe('days to choose with one press', () => {
  it('lie ahead, on working days, in the zone', () => {
    expect(quickDays(new Date('2026-11-21T10:00:00Z'), 'Europe/Madrid')).toEqual([
      { key: 'one_month', day: '2026-12-21' },
      { key: 'next_year', day: '2027-01-07' },
      { key: 'three_months', day: '2027-02-22' },
      { key: 'six_months', day: '2027-05-21' },
    ]);
  });

  it('end with the month where it is shorter', () => {
    expect(quickDays(new Date('2027-01-31T10:00:00Z'), 'UTC')[0]).toEqual({
      key: 'one_month',
      day: '2027-03-01',
    });
    expect(dayIn(30, new Date('2026-11-21T23:30:00Z'), 'Europe/Madrid')).toBe('2026-12-22');
  });
});

describe('places in the lists of Today', () => {
  it('survive an address, and nothing else does', () => {
    const place = { at: new Date('2026-11-21T10:00:00.123Z'), contactId: id };
    for (const rank of [0, 1, 2] as const)
      expect(rowPlace(rowCursor({ rank, ...place }))).toEqual({ rank, ...place });
    for (const bad of [undefined, '', '3~2026-11-21T10:00:00.123Z~x', `1~yesterday~${id}`])
      expect(rowPlace(bad)).toBe(null);
  });
});
