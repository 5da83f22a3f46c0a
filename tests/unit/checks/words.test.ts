import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/words.js';
import { treeOf } from '../../../bin/checks/tree.js';

const found = (path: string, text: string, exempt = []) =>
  check(treeOf({ [path]: text }), exempt).map(({ word }) => word);

describe('words of a selling machine', () => {
  it.each([
    ['prisma/schema.prisma', 'model Lead {\n}', 'lead'],
    ['prisma/law/verdict.sql', 'create table campaign_sends ();', 'campaign'],
    ['lib/gate/verdict.ts', 'export const leadScore = 1;', 'lead'],
    ['lib/gate/verdict.ts', "export const kind = 'drip';", 'drip'],
    ['components/gate/a.tsx', 'export const A = (props) => props.prospects;', 'prospects'],
    ['lib/language/messages/en/gate.json', '{ "a": "Start a sequence" }', 'sequence'],
    ['lib/language/messages/es/gate.json', '{ "a": "Nueva campaña" }', 'campaña'],
    ['lib/language/messages/en/gate.json', '{ "a": "Add a tracking pixel" }', 'tracking pixel'],
  ])('%s: %s', (path, text, word) => {
    expect(found(path, text)).toEqual([word]);
  });

  it.each([
    [
      'prisma/law/rights.sql',
      'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO app; -- one sequence for all',
    ],
    ['lib/gate/verdict.ts', 'export const misleading = leading; // the lead of a pencil'],
    ['lib/language/messages/en/gate.json', '{ "a": "misleading" }'],
  ])('%s: %s is fine', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  it('lets pass what is named, and says when the name is no longer needed', () => {
    const exempt = [{ file: 'lib/gate/verdict.ts', word: 'lead', why: 'a test' }];
    expect(check(treeOf({ 'lib/gate/verdict.ts': 'export const lead = 1;' }), exempt)).toEqual([]);
    expect(check(treeOf({ 'lib/gate/verdict.ts': 'export const one = 1;' }), exempt)[0]?.says).toContain(
      'is gone',
    );
  });
});
