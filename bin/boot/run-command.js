import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bundle, generateClient } from './build.js';
import { readCommand } from './command-line.js';
import { install } from './install.js';
import { environmentOf } from './parts.js';
import { root } from './root.js';
import { report, warn } from './say.js';
import { readSettings } from './settings.js';
import { withDatabase } from './with-database.js';

/** Does what the arguments ask; answers the exit code: 0 done, 1 not done, 2 asked wrongly. */
export async function runCommand(args) {
  const asked = readCommand(args);
  if (asked.help) {
    process.stdout.write(`${asked.help}\n`);
    return asked.code;
  }
  if (asked.words === 'read-mail') return reading('read-mail', asked.given.files);
  if (asked.words === 'read-reply') return reading('read-reply', []);
  const settings = readSettings();
  await install(undefined, { quiet: true });
  return withDatabase(settings, (where) => {
    if (asked.words === 'doctor') return doctor(where, asked.given);
    if (asked.words === 'migrate') return migrate(where);
    return inProduct(asked, where, settings);
  });
}

async function doctor(where, { mend = false }) {
  const { examine } = await import('./doctor.js');
  return examine(where, { mend });
}

async function migrate(where) {
  const { prepare } = await import('./prepare.js');
  report(await prepare(where), where);
  return 0;
}

// The product's own code, bundled, with the application's rights.
async function inProduct({ words, given }, where, settings) {
  await generateClient();
  await bundle();
  const { prepareApart } = await import('./prepare.js');
  const { app, applied, weaker } = await prepareApart(where);
  if (applied.length > 0) warn(`The database was brought up to ${applied.at(-1)}.`);
  if (weaker) warn(weaker);
  const env = environmentOf({ ...settings, ...where, app });
  return ended(
    spawn(process.execPath, [join(root, 'dist/cli.js'), words, JSON.stringify(given)], {
      cwd: root,
      env,
      stdio: 'inherit',
    }),
  );
}

// Reading needs no database and no data folder, and the files are named from where one stands.
async function reading(name, files) {
  await install(undefined, { quiet: true });
  await generateClient();
  await bundle();
  return ended(spawn(process.execPath, [join(root, `dist/${name}.js`), ...files], { stdio: 'inherit' }));
}

function ended(child) {
  return new Promise((answer, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => answer(code ?? 1));
  });
}
