import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `bin/earshot` can do. `takes` names what follows the words; `options` are asked for when left out. */
export const commands = [
  { words: 'doctor', options: { mend: 'boolean' }, says: 'says what is whole, what is not, and what to do' },
  { words: 'migrate', says: 'brings the database up to this version; every start does it too' },
  {
    words: 'owner create',
    options: { name: 'string', email: 'string' },
    says: 'makes an account that decides',
  },
  { words: 'owner reset-password', takes: 'EMAIL', says: 'gives an owner a new password' },
  { words: 'sample load', says: 'invites sample people, to try things on' },
  { words: 'sample remove', says: 'shows the sample people out' },
  {
    words: 'import contacts',
    takes: 'FILE',
    options: { as: 'string' },
    says: 'reads contacts from a CSV file',
  },
  {
    words: 'read-mail',
    takes: 'FILE…',
    says: 'says what each mail is, a line of JSON for each; - reads the names of files',
  },
  {
    words: 'read-reply',
    says: 'says what each reply may mean; lines of JSON in, lines of JSON out',
  },
];

/** How a command is called, in one line. */
export function usageOf({ words, takes, options = {} }) {
  const flags = Object.entries(options).map(([name, kind]) =>
    kind === 'boolean' ? `[--${name}]` : `[--${name} ${name.toUpperCase()}]`,
  );
  return ['earshot', words, takes, ...flags].filter(Boolean).join(' ');
}

/** All commands, one line each. */
export function usage() {
  const width = Math.max(...commands.map((one) => usageOf(one).length)) + 2;
  return ['Usage:', ...commands.map((one) => `  ${usageOf(one).padEnd(width)}${one.says}`)].join('\n');
}

/**
 * Reads the arguments after `earshot`.
 * @returns {{ words: string, given: object } | { help: string, code: number }}
 */
export function readCommand(args, cwd = process.cwd()) {
  if (args.length === 0 || ['help', '--help', '-h'].includes(args[0]))
    return { help: usage(), code: args.length ? 0 : 2 };
  const command = commands.find(({ words }) => startsWith(args, words.split(' ')));
  if (!command) return { help: `There is no command "${args.slice(0, 2).join(' ')}".\n${usage()}`, code: 2 };
  const { words, takes, options = {} } = command;
  try {
    const { values, positionals } = parseArgs({
      args: args.slice(words.split(' ').length),
      options: Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
      allowPositionals: Boolean(takes),
    });
    return { words, given: { ...values, ...taken(takes, positionals, cwd) } };
  } catch (error) {
    return { help: `${error.message}\nUsage: ${usageOf(command)}`, code: 2 };
  }
}

function taken(takes, positionals, cwd) {
  if (!takes) return {};
  if (takes === 'FILE…' ? positionals.length === 0 : positionals.length !== 1)
    throw new Error(takes === 'FILE…' ? 'It takes at least one FILE.' : `It takes one ${takes}.`);
  if (takes === 'FILE…') return { files: positionals };
  return takes === 'FILE' ? { file: resolve(cwd, positionals[0]) } : { email: positionals[0] };
}

const startsWith = (args, words) => words.every((word, index) => args[index] === word);
