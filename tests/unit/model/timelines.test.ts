import { describe, expect, test } from 'vitest';
import { modelHouse } from '../../model/house';
import { policyOf, told, type Timeline } from '../../model/script';
import { cells, reasonOf, table, type Cell } from '../../model/table';
import { timelines } from '../../model/timelines';

function holds(timeline: Timeline) {
  const house = modelHouse(policyOf(timeline));
  const answers = told(timeline)
    .map(({ step, at, own }) => ({ own, is: house.play(step, at).is }))
    .flatMap(({ own, is }) => (own ? [is] : []));
  expect(answers).toEqual(
    answers.map((_, at) => (at < answers.length - 1 ? 'done' : (timeline.ends ?? 'done'))),
  );
  expect(house.ask(timeline.ask)).toEqual(timeline.expect);
  expect(house.standing(timeline.ask.who)).toMatchObject(timeline.standing ?? {});
  for (const [message, mark] of Object.entries(timeline.marks ?? {})) {
    expect(house.mark(Number(message)), `mark of ${message}`).toBe(mark);
  }
  if (timeline.leaving) {
    expect(house.mayLeave(timeline.leaving.message)).toEqual(timeline.leaving.expect);
  }
}

describe('the model of the law', () => {
  test.each(timelines.map((timeline) => [timeline.name, timeline] as const))('%s', (_, timeline) => {
    holds(timeline);
  });

  test('tells every story under a name of its own', () => {
    const names = [...timelines, ...cells].map((timeline) => timeline.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('each cell of the table of reasons and purposes', () => {
  test.each(cells.map((cell) => [cell.name, cell] as const))('%s', (_, cell) => {
    holds(cell);
  });

  test('is told, except where a purpose cannot meet a reason', () => {
    for (const [row, purposes] of Object.entries(table)) {
      for (const [purpose, says] of Object.entries(purposes)) {
        const stories = cells.filter((cell) => cell.row === row && cell.expect.purpose === purpose);
        const answers = new Set(stories.map(saying));
        const expected = says === 'cannot be' ? [] : says.split(/, | or /);
        expect([...answers].sort(), `${row} × ${purpose}`).toEqual(expected.sort());
      }
    }
  });
});

function saying({ row, expect: verdict }: Cell): string {
  const reason = reasonOf(row);
  if (verdict.reasons.includes(reason)) return 'refused';
  return verdict.warnings.includes(reason) ? 'warned' : 'allowed';
}
