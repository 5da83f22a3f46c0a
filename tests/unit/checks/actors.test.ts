import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/actors.js';
import { treeOf } from '../../../bin/checks/tree.js';

type Open = { file: string; names: string[]; why: string };
const said = (files: Record<string, string>, exempt: Open[] = []) =>
  check(treeOf(files), exempt).map(({ says }) => says);
const asking = "import { mayI } from '@/lib/auth/actor';\n";

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
        [action]: `'use server';\n${asking}export async function rename() { const actor = await mayI('write'); }`,
      }),
    ).toEqual([]);
  });

  it('asking a function of its own is not asking', () => {
    const own = 'const mayI = () => true;\n';
    expect(
      said({ [action]: `'use server';\n${own}export async function rename() { mayI(); }` }),
    ).toHaveLength(1);
  });

  it('also when it is an arrow, or exported by name below', () => {
    const text =
      "'use server';\nconst rename = async () => 1;\nexport const move = async () => 2;\nexport { rename };";
    expect(said({ [action]: text })).toHaveLength(2);
  });

  it('a route is asked by method', () => {
    const text = `${asking}export const dynamic = "force-dynamic";\nexport async function GET() {}\nexport async function POST() { await mayI(); }`;
    expect(said({ [route]: text })).toHaveLength(1);
  });

  it('a route that is handed on under another name is still a route', () => {
    const text = 'const handler = NextAuth(options);\nexport { handler as GET, handler as POST };';
    expect(said({ [route]: text })).toHaveLength(2);
    expect(said({ [route]: 'export const GET = handlers.get;' })).toHaveLength(1);
  });

  it('a page asks itself or through the component it renders', () => {
    const page =
      "import { Today } from '@/components/today/today';\nexport default function Page() { return <Today />; }";
    const today = (body: string) =>
      `import { actorOrSignIn } from '@/lib/auth/actor';\nexport async function Today() { ${body} }`;
    const files = (body: string) => ({
      'app/(desk)/page.tsx': page,
      'components/today/today.tsx': today(body),
    });
    expect(said(files('return null;'))[0]).toContain('never asks who is looking');
    expect(said(files('await actorOrSignIn();'))).toEqual([]);
  });

  it('a mutation takes the proof of who asks', () => {
    const mutation = (parameters: string) => ({
      'lib/contacts/mutations.ts': `export async function rename(${parameters}) {}`,
    });
    expect(said(mutation('id: string'))[0]).toContain('rename changes things without proof');
    expect(said(mutation('actor: Writer, id: string'))).toEqual([]);
  });

  it('what anybody may call is named, and the list does not grow old', () => {
    const open = [{ file: route, names: ['GET'], why: 'a monitor has no account' }];
    expect(said({ [route]: 'export async function GET() {}' }, open)).toEqual([]);
    expect(said({ [route]: `${asking}export async function GET() { await mayI(); }` }, open)[0]).toContain(
      'remove it there',
    );
  });

  it('several doors of a file may be named, and one more beside them is found', () => {
    const open = [{ file: action, names: ['enter', 'join'], why: 'this is how one signs in' }];
    const doors = (...names: string[]) => ({
      [action]: `'use server';\n${names.map((name) => `export async function ${name}() {}`).join('\n')}`,
    });
    expect(said(doors('enter', 'join'), open)).toEqual([]);
    expect(said(doors('enter', 'join', 'leave'), open)).toHaveLength(1);
  });
});
