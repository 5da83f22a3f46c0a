import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/layers.js';
import { treeOf } from '../../../bin/checks/tree.js';

const said = (files: Record<string, string>) => check(treeOf(files)).map(({ says }) => says);

describe('the order of the house', () => {
  it('lets a noun import from its left, and from the platform', () => {
    expect(
      said({
        'lib/gate/verdict.ts':
          "import { stand } from '@/lib/threads/stand';\nimport { now } from '@/lib/clock/now';",
        'lib/threads/stand.ts': 'export const stand = 1;',
      }),
    ).toEqual([]);
  });

  it('sends code that looks to its right back to the noun on the right', () => {
    expect(said({ 'lib/contacts/name.ts': "import { verdict } from '../gate/verdict';" })).toEqual([
      'imports ../gate/verdict: contacts stands left of gate; move the code that needs both into gate, or pass the answer in',
    ]);
  });

  it('keeps the platform below every noun', () => {
    expect(said({ 'lib/db/client.ts': "import { mayI } from '@/lib/auth/actor';" })).toHaveLength(1);
  });

  it('finds the import in a type, a re-export and a dynamic import alike', () => {
    expect(
      said({
        'lib/auth/a.ts': "import type { V } from '@/lib/gate/verdict';",
        'lib/auth/b.ts': "export { v } from '@/lib/gate/verdict';",
        'lib/auth/c.ts': "export const v = () => import('@/lib/gate/verdict');",
      }),
    ).toHaveLength(3);
  });

  it('knows no noun that is not in the order', () => {
    expect(said({ 'lib/deals/deal.ts': 'export const deal = 1;' })[0]).toContain(
      'lib/deals is no noun of the house',
    );
  });

  it.each([
    ['lib/gate/a.ts', '@/components/gate/sentence', 'lib/ never imports components/'],
    ['lib/gate/a.ts', '@/app/today/page', 'nothing imports app/'],
    ['components/gate/a.tsx', '../../app/today/page', 'nothing imports app/'],
    ['app/today/page.tsx', '@/app/contacts/page', 'nothing imports app/'],
    ['lib/gate/a.ts', '@/tests/support/history', 'does not know its tests'],
    ['components/ui/button.tsx', '@/components/gate/sentence', 'could ship in another product'],
    ['components/ui/button.tsx', '@/lib/gate/wording', 'could ship in another product'],
    ['lib/sync/a.ts', '@/lib/mail/smtp', 'only the outbox sends'],
  ])('%s may not import %s', (file, target, says) => {
    expect(said({ [file]: `import { one } from '${target}';` })[0]).toContain(says);
  });

  it('lets a component that knows no noun speak the language', () => {
    expect(said({ 'components/ui/time.tsx': "import { day } from '@/lib/language/moments';" })).toEqual([]);
  });

  it('lets a page import what lies beside it', () => {
    expect(said({ 'app/layout.tsx': "import './globals.css';" })).toEqual([]);
  });

  it('keeps the database out of the browser', () => {
    const client = "'use client';\nimport { find } from '@/lib/contacts/queries';";
    expect(said({ 'components/contacts/list.tsx': client })[0]).toContain('runs in the browser');
    expect(said({ 'components/contacts/list.tsx': client.replace('import', 'import type') })).toEqual([]);
  });
});
