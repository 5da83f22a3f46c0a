import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/papers.js';
import { treeOf } from '../../../bin/checks/tree.js';

const said = (files: Record<string, string>) => check(treeOf(files)).map(({ says }) => says);
const note = 'Context: one.\nDecision: two.\nConsequences: three.\n';

describe('papers', () => {
  it('the README stays short', () => {
    expect(said({ 'README.md': 'line\n'.repeat(91) })[0]).toContain('91 lines, at most 90');
  });

  it('a link leads somewhere', () => {
    expect(said({ 'README.md': '[rules](STYLE.md) [web](https://example.org)' })).toEqual([
      'links to STYLE.md, which is not there',
    ]);
    expect(
      said({
        'docs/a.md': '[rules](../STYLE.md#top) [notes](decisions/)',
        'STYLE.md': '',
        'docs/decisions/0001-a.md': note,
      }),
    ).toEqual([]);
  });

  it('a script that a paper names exists', () => {
    expect(
      said({ 'README.md': 'npm start, npm run deploy', 'package.json': '{"scripts":{"start":"x"}}' })[0],
    ).toContain('"deploy"');
  });

  it('a command that a paper names exists', () => {
    const told = (paper: string) =>
      said({ 'README.md': paper, 'bin/boot/command-line.js': "words: 'doctor', words: 'owner create'" });
    expect(told('`bin/earshot doctor` says, `bin/earshot owner create`, bin/earshot doctor says')).toEqual(
      [],
    );
    expect(told('`bin/earshot owner crown`')[0]).toContain('"bin/earshot owner crown"');
  });

  it('a decision note has its three parts, its number and thirty lines', () => {
    expect(said({ 'docs/decisions/0001-silence.md': note })).toEqual([]);
    expect(said({ 'docs/decisions/0001-silence.md': 'Context: one.\nDecision: two.' })[0]).toContain(
      'Consequences',
    );
    expect(said({ 'docs/decisions/silence.md': note })[0]).toContain('NNNN');
    expect(said({ 'docs/decisions/0001-silence.md': note.repeat(11) })[0]).toContain('at most 30');
  });

  it('a rule of style names the check that holds it', () => {
    expect(
      said({ 'STYLE.md': '* No barrels. (`names`)\n* Types hold. (`types`)', 'bin/checks/names.js': '' }),
    ).toEqual([]);
    expect(said({ 'STYLE.md': '* Be nice.' })[0]).toContain('without one it is no rule');
    expect(said({ 'STYLE.md': '* Be nice. (`niceness`)' })).toHaveLength(1);
  });

  it('an environment variable is described, and what is described is read', () => {
    const told = (paper: string) =>
      said({ 'docs/self-hosting.md': paper, 'bin/start.js': 'process.env.EARSHOT_DATA' });
    expect(told('`EARSHOT_DATA`: where it is')).toEqual([]);
    expect(told('nothing')[0]).toContain('does not describe EARSHOT_DATA');
    expect(told('`EARSHOT_DATA` `EARSHOT_COLOUR`')[0]).toContain(
      'describes EARSHOT_COLOUR, which nothing reads',
    );
  });
});
