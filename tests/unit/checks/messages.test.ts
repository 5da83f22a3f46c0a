import { describe, expect, it } from 'vitest';
import { readIcu } from '../../../bin/checks/icu.js';
import { check } from '../../../bin/checks/messages.js';
import { treeOf } from '../../../bin/checks/tree.js';

const folder = 'lib/language/messages';
const said = (en: unknown, es: unknown, exempt: { key: string; why: string }[] = []) =>
  check(
    treeOf({
      [`${folder}/en/today.json`]: JSON.stringify(en),
      [`${folder}/es/today.json`]: JSON.stringify(es),
    }),
    exempt,
  ).map(({ says }) => says);

describe('messages in two languages', () => {
  it('agree when both say the same thing with the same arguments', () => {
    expect(
      said(
        { answered: { title: '{count, plural, one {# person} other {# people}} answered, {name}.' } },
        {
          answered: {
            title: '{name}: {count, plural, one {contestó # persona} other {contestaron # personas}}.',
          },
        },
      ),
    ).toEqual([]);
  });

  it('do not agree when one misses a key', () => {
    expect(said({ one: 'One', two: 'Two' }, { one: 'Uno' })[0]).toContain('two is missing');
    expect(said({ one: 'One' }, { one: 'Uno', two: 'Dos' })[0]).toContain('two is missing');
  });

  it('do not agree when one names another argument', () => {
    expect(said({ one: 'Hello {name}' }, { one: 'Hola {nombre}' })[0]).toContain(
      'English name:value, Spanish nombre:value',
    );
    expect(said({ one: 'Hello <b>you</b>' }, { one: 'Hola' })[0]).toContain('arguments differ');
  });

  it('are never empty, never left in English', () => {
    expect(said({ one: 'One' }, { one: ' ' })[0]).toContain('is empty');
    expect(said({ one: 'Hello' }, { one: 'Hello' })[0]).toContain('still reads as in English');
    expect(
      said({ one: 'E-mail' }, { one: 'E-mail' }, [{ key: 'today.one', why: 'one word in both' }]),
    ).toEqual([]);
    expect(said({ one: '{name} · {date}' }, { one: '{name} · {date}' })).toEqual([]);
  });

  it('say when an allowed sameness is gone', () => {
    expect(said({ one: 'One' }, { one: 'Uno' }, [{ key: 'today.one', why: 'old' }])[0]).toContain(
      'remove the line',
    );
  });

  it('both have every file', () => {
    const tree = treeOf({ [`${folder}/en/gate.json`]: '{}' });
    expect(check(tree)[0]?.says).toContain(`has no ${folder}/es/gate.json beside it`);
  });

  it('can be read', () => {
    expect(said({ one: 'Hello {name' }, { one: 'Hola {name}' })[0]).toContain('not closed');
    expect(said({ one: '{n, plural, one {a}}' }, { one: '{n, plural, one {a} other {b}}' })[0]).toContain(
      'no "other"',
    );
  });
});

describe('reading ICU', () => {
  it('finds arguments inside branches, and leaves quoted braces alone', () => {
    expect(readIcu("It's '{'not'}' {n, plural, =0 {none} other {# by {who}}}")).toEqual({
      parts: ['n:number', 'who:value'],
      faults: [],
    });
  });

  it('takes a select for a select', () => {
    expect(readIcu('{said_by, select, them {They} other {We}}').parts).toEqual(['said_by:select']);
  });
});
