import { describe, expect, it } from 'vitest';
import { commands, readCommand, usage } from '@/bin/boot/command-line.js';

describe('the command line', () => {
  it.each([
    [['doctor'], 'doctor', {}],
    [['doctor', '--mend'], 'doctor', { mend: true }],
    [['owner', 'create', '--name', 'Ana'], 'owner create', { name: 'Ana' }],
    [['owner', 'reset-password', 'ana@x.test'], 'owner reset-password', { email: 'ana@x.test' }],
    [['import', 'contacts', 'a.csv'], 'import contacts', { file: '/here/a.csv' }],
    [['sample', 'load'], 'sample load', {}],
    [['read-mail', 'a.eml', 'b.eml'], 'read-mail', { files: ['a.eml', 'b.eml'] }],
    [['read-mail', '-'], 'read-mail', { files: ['-'] }],
    [['read-reply'], 'read-reply', {}],
  ])('reads %j', (args, words, given) => {
    expect(readCommand(args, '/here')).toEqual({ words, given });
  });

  it.each([
    [['import', 'contacts']],
    [['read-mail']],
    [['doctor', 'now']],
    [['owner', 'create', '--admin']],
    [['migrate', '-x']],
  ])('says how a command is called when it was %j', (args) => {
    const answer = readCommand(args);
    expect(answer).toMatchObject({ code: 2, help: expect.stringMatching(/\nUsage: earshot /) });
  });

  it('lists every command when it knows none like it', () => {
    expect(readCommand(['campaign'])).toMatchObject({ code: 2, help: expect.stringContaining(usage()) });
    for (const { words } of commands) expect(usage()).toContain(`earshot ${words}`);
  });

  it('gives help without complaint to whoever asks for it', () => {
    expect(readCommand(['--help'])).toEqual({ help: usage(), code: 0 });
  });
});
