import { describe, expect, it } from 'vitest';
import { earlierOf } from '@/components/replies/earlier';
import type { Closer } from '@/lib/gate/closers/closer';
import { translate } from '@/lib/language/translate';

const row = { id: 'c', recordedAt: new Date(0), by: null, writtenBy: null, quote: null, saidAt: null };
const heardIn = (messageId: string) => ({ messageId, isTakenBack: false });
const no = (
  messageId: string,
  speaker: { id: string; name: string } | null = null,
  saidAt: Date | null = null,
): Closer => ({
  ...{ ...row, kind: 'decline', scope: 'person', isWrongPerson: false, pitch: null, organization: null },
  ...{ speaker, saidAt, heardIn: heardIn(messageId) },
});
const notNow = (messageId: string, isOurs = false): Closer => ({
  ...{ ...row, kind: 'rest', until: new Date(0), isOurs, speaker: null, heardIn: heardIn(messageId) },
});
const now = { id: 'now', at: new Date(1) };
const closing = { name: 'Ana', answered: 'no', thanked: 'no', proposed: 'no', earlier: 'none' };
const closes = (
  outcome: 'interested' | 'question' | 'other' | 'wrong_person' | 'this_pitch',
  more: Partial<typeof closing> = {},
) => translate('en', 'listen')(`closes.${outcome}`, { ...closing, ...more }).trim();

describe('what an outcome is said to lift', () => {
  it('is an earlier no or not-now of their own, and nothing where there never was one', () => {
    expect(earlierOf([], now)).toBe('none');
    expect(earlierOf([notNow('before')], now)).toBe('later');
    expect(earlierOf([notNow('before'), no('before')], now)).toBe('no');
  });

  it('is nothing that they said later', () => {
    expect(earlierOf([no('after', null, new Date(2))], now)).toBe('none');
  });

  it('is not the reply that is heard now, nor a rest of ours, nor what a colleague said', () => {
    expect(earlierOf([no('now'), notNow('before', true), no('other', { id: 'e', name: 'Eva' })], now)).toBe(
      'none',
    );
  });

  it('is said only where it is so', () => {
    expect(closes('interested')).toBe('You owe Ana an answer.');
    expect(closes('interested', { earlier: 'later' })).toBe(
      'You owe Ana an answer. The earlier not-now is lifted.',
    );
    expect(closes('question', { earlier: 'no' })).toBe('You owe Ana an answer. The earlier no stays.');
  });
});

describe('what an outcome is said to close', () => {
  it('is no pitch where nothing was ever proposed', () => {
    expect(closes('this_pitch')).toBe('Closes anything new to Ana for 90 days.');
    expect(closes('wrong_person', { proposed: 'yes' })).toMatch(
      /^Closes this pitch to Ana, and anything new/,
    );
  });

  it('asks for nothing where there is nothing to decide', () => {
    expect(closes('other')).toBe(
      'Nothing is closed, nothing is owed. Ana keeps the last word: you may write, or mark it done.',
    );
  });
});
