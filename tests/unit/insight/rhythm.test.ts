import { describe, expect, it } from 'vitest';
import { medianOf, spreadOf, type Wait } from '@/lib/insight/rhythm/waits';
import { heardPerHundred, totalOf } from '@/lib/insight/rhythm/weeks';

const hour = 3_600_000;
const took = (hours: number): Wait => ({ answered: true, dated: false, wait: hours * hour });
const silent: Wait = { answered: false, dated: false, wait: null };
const dated: Wait = { answered: true, dated: true, wait: 20 * hour };

describe('how long answers take', () => {
  it('counts each wait in one span, a span ending where the next begins', () => {
    const { bars } = spreadOf([0, 0.9, 1, 23.9, 24, 71, 72, 167, 168, 335, 336, 9_000].map(took), {
      withNone: false,
    });
    expect(bars.map(({ name, count }) => `${name} ${count}`)).toEqual([
      ...['hour 2', 'day 2', 'three_days 2', 'week 2', 'two_weeks 2', 'longer 2'],
    ]);
  });

  it('keeps what has no answer in sight, so that silence cannot flatter', () => {
    const spread = spreadOf([took(2), silent, silent], { withNone: true });
    expect(spread).toMatchObject({ n: 3, answered: 1, median: 2 * hour });
    expect(spread.bars.at(-1)).toEqual({ name: 'none', count: 2 });
  });

  it('leaves out where only the day is known, and says how many', () => {
    expect(spreadOf([took(2), dated, dated], { withNone: true })).toMatchObject({ n: 1, dated: 2 });
  });

  it('says nothing of nobody', () => {
    expect(spreadOf([], { withNone: true })).toMatchObject({ n: 0, answered: 0, median: null });
  });

  it('says the one in the middle, whatever the longest was', () => {
    expect(medianOf([5, 1, 9_999])).toBe(5);
    expect(medianOf([4, 1, 2, 3])).toBe(2);
    expect(medianOf([])).toBeNull();
  });
});

describe('the weeks', () => {
  const week = (wordsIn: number, wordsOut: number) => ({
    ...{ week: '2026-11-16', replies: 1, messages: 2, wordsIn, wordsOut },
  });

  it('add up', () => {
    expect(totalOf([week(10, 40), week(20, 60)])).toEqual({
      ...{ replies: 2, messages: 4, wordsIn: 30, wordsOut: 100 },
    });
  });

  it('weigh words of theirs against a hundred of ours, and nothing against none', () => {
    expect(heardPerHundred(week(30, 40))).toBe(75);
    expect(heardPerHundred(week(0, 40))).toBe(0);
    expect(heardPerHundred(week(30, 0))).toBeNull();
  });
});
