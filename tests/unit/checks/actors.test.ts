import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/actors.js';
import { treeOf } from '../../../bin/checks/tree.js';

type Open = { file: string; name: string; why: string };
const said = (files: Record<string, string>, exempt: Open[] = []) =>
  check(treeOf(files), exempt).map(({ says }) => says);

const action = 'lib/contacts/actions.ts';
const route = 'app/api/health/route.ts';

describe('every door asks who is there', () => {
  it('an action that does not is found', () => {
    expect(said({ [action]: "'use server';\nexport async function rename() { return 1; }" })[0]).toContain(
      'rename never asks',
    );
  });

  it('an action that does is fine', () => {
    expect(
      said({
        [action]: "'use server';\nexport async function rename() { const actor = await mayI('write'); }",
      }),
    ).toEqual([]);
  });

  it('also when it is an arrow, or exported by name below', () => {
    const text =
      "'use server';\nconst rename = async () => 1;\nexport const move = async () => 2;\nexport { rename };";
    expect(said({ [action]: text })).toHaveLength(2);
  });

  it('a route is asked by method', () => {
    const text =
      'export const dynamic = "force-dynamic";\nexport async function GET() {}\nexport async function POST() { await mayI(); }';
    expect(said({ [route]: text })).toHaveLength(1);
  });

  it('what anybody may call is named, and the list does not grow old', () => {
    const open = [{ file: route, name: 'GET', why: 'a monitor has no account' }];
    expect(said({ [route]: 'export async function GET() {}' }, open)).toEqual([]);
    expect(said({ [route]: 'export async function GET() { await mayI(); }' }, open)[0]).toContain(
      'remove the line',
    );
  });
});
