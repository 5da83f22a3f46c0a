// `npm run score`: how well mails and replies are understood, a table for each file of bin/score/, on the
// corpora where they are there (EARSHOT_CORPORA, else ../shared/corpora) and on the project's own fixtures.
//   npm run score -- bounces   does those named; with --missed it also lists what went wrong
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle, generateClient } from './boot/build.js';
import { install } from './boot/install.js';
import { root } from './boot/root.js';
import { failed, say } from './boot/say.js';

const corpora = resolve(process.env.EARSHOT_CORPORA?.trim() || join(root, '../shared/corpora'));
const tables = readdirSync(join(root, 'bin/score'))
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.slice(0, -'.js'.length))
  .sort();

async function main(args) {
  const wanted = args.filter((word) => word !== '--missed');
  if (!wanted.every((word) => tables.includes(word))) {
    console.error(`Usage: npm run score -- [--missed] [${tables.join('|')}]…`);
    return 2;
  }
  await install(undefined, { quiet: true });
  await generateClient();
  await bundle();
  say('corpora', existsSync(corpora) ? corpora : 'not here; the own fixtures alone');
  for (const name of wanted.length > 0 ? wanted : tables) await show(name, args.includes('--missed'));
  return 0;
}

// Each file exports a function of its own name, from the folder of corpora to rows; `missed` of a row is what
// it got wrong.
async function show(name, withMissed) {
  const scored = await import(`./score/${name}.js`);
  const rows = await scored[name](corpora);
  console.log(`\n${name}`);
  console.table(rows.map(({ missed: _, ...row }) => row));
  if (!withMissed) return;
  for (const { missed = [], ...row } of rows)
    for (const one of missed) console.log(JSON.stringify({ ...row, ...one }));
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  process.exit(failed(error));
}
