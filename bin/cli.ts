// The commands of `bin/earshot` that need the product: argument 1 is the command, argument 2 what it was given, as JSON.
import { z } from 'zod';
import { createOwner, resetOwnerPassword } from '@/lib/auth/console/mutations';
import { writerAtTheConsole } from '@/lib/auth/console/queries';
import { closePool } from '@/lib/db/pool';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { faultSentence, sentencesOf } from '@/lib/imports/report/words';
import { translate } from '@/lib/language/translate';
import { ask, askSecretly } from './boot/ask.js';

const commands: Readonly<Record<string, (given: unknown) => Promise<string>>> = {
  'owner create': async (given) => {
    const { name, email } = z
      .strictObject({ name: z.string().optional(), email: z.string().optional() })
      .parse(given);
    const owner = { name: name ?? (await ask('Name')), email: email ?? (await ask('E-mail address')) };
    await createOwner({ ...owner, password: await askSecretly('Password') });
    return `${owner.email} owns this Earshot.`;
  },
  'owner reset-password': async (given) => {
    const { email } = z.strictObject({ email: z.string() }).parse(given);
    await resetOwnerPassword({ email, password: await askSecretly('New password') });
    return `${email} has a new password and is signed out everywhere.`;
  },
  'import contacts': async (given) => {
    const { file, as } = z.strictObject({ file: z.string(), as: z.string().optional() }).parse(given);
    const [{ importContacts }, { createReadStream }, { basename }] = await Promise.all([
      import('@/lib/imports/mutations'),
      import('node:fs'),
      import('node:path'),
    ]);
    const say = translate('en', 'imports');
    const summary = await importContacts({
      by: await writerAtTheConsole(as),
      stream: createReadStream(file),
      fileName: basename(file),
      onRow: ({ line, result, codes, detail, stillClosed }) => {
        if (result !== 'skipped' && !stillClosed) return;
        const why = [...sentencesOf(codes, 'en'), detail].filter(Boolean).join(' ');
        process.stdout.write(`line ${line}: ${stillClosed ? 'still closed' : result}. ${why}\n`);
      },
    });
    return say('counts', { ...summary });
  },
  'sample load': async () => {
    const { loadSample } = await import('@/lib/sample/mutations');
    const came = await loadSample(await writerAtTheConsole());
    return came > 0 ? `${came} sample people are here.` : 'The sample people were here already.';
  },
  'sample remove': async () => {
    const { removeSample } = await import('@/lib/sample/mutations');
    const left = await removeSample(await writerAtTheConsole());
    return left > 0
      ? `${left} sample people left, with everything logged about them.`
      : 'No sample people were here.';
  },
};

const inWords: Readonly<Record<string, string>> = {
  conflict: 'Somebody here already signs in with that e-mail address.',
  not_found: 'There is no such account of an owner. Make one: earshot owner create',
  not_allowed: 'That account may not do this.',
};

const problem = z.enum([
  'email_wrong',
  'name_missing',
  'name_long',
  'password_short',
  'password_long',
  'password_plain',
  'password_own',
]);

function words(error: unknown): string {
  if (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'EISDIR')
  )
    return `This file cannot be read: ${error.message.replace(/^\w+: /, '')}. Nothing was imported.`;
  if (!isEarshotError(error)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error.code === 'unreadable_file') return faultSentence(String(error.facts['why']), 'en');
  const problems = error.facts['problems'];
  if (error.code !== 'invalid_input' || !Array.isArray(problems)) return inWords[error.code] ?? error.message;
  const say = translate('en', 'account.problems');
  return z
    .array(problem)
    .parse(problems)
    .map((code) => say(code))
    .join('\n');
}

const [command = '', given = '{}'] = process.argv.slice(2);
try {
  const work = commands[command];
  if (!work) throw new Error(`"${command}" is not wired.`);
  process.stdout.write(`${await work(JSON.parse(given))}\n`);
} catch (error) {
  process.stderr.write(`${words(error)}\n`);
  process.exitCode = 1;
}
await closePool();
process.exit();
