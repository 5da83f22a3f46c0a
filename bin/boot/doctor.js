import { connect, placeOf } from './connection.js';
import {
  appliedLaw,
  faultsOfTheLaw,
  finishedMigrations,
  lawFiles,
  madeIndexes,
  migrationNames,
} from './migrate.js';
import { compareStandings, counted } from './doctor-standing.js';
import { lawHash } from './law-files.js';
import { addresses, appGroup, borrowedAddress } from './roles.js';
import { versionOfEarshot } from './root.js';
import { say } from './say.js';

/** Says what is whole, what is not, and what to do about it. Answers 0 when nothing is wrong. */
export async function examine(where, { mend }) {
  const passwords = { owner: where.secrets['postgres-owner'], app: where.secrets['postgres-app'] };
  const own = where.port && addresses(where.port, 'earshot', passwords);
  const client = await connect(where.url ?? own.owner).catch(() => null);
  say('Earshot', `${versionOfEarshot()}, Node ${process.versions.node}, data in ${where.data}`);
  if (!client) {
    return verdict([wrong('database', 'cannot be entered', `start Earshot once, or check DATABASE_URL`)]);
  }
  try {
    const findings = [await database(client, where, own), await schema(client)];
    const app = own?.app ?? (await borrowedAddress(client, where.url, passwords.app));
    findings.push(...(await inside(client, { mend, app })));
    return verdict(findings);
  } finally {
    await client.end();
  }
}

const fine = (name, words) => ({ name, words, state: 'ok' });
const weak = (name, words, remedy) => ({ name, words, remedy, state: 'weak' });
const wrong = (name, words, remedy) => ({ name, words, remedy, state: 'wrong' });

function verdict(findings) {
  for (const { name, words, remedy, state } of findings) {
    say(name, state === 'ok' ? words : `${state.toUpperCase()}: ${words}`);
    if (remedy) say('', `to do: ${remedy}`);
  }
  const count = findings.filter(({ state }) => state === 'wrong').length;
  say(
    'verdict',
    count === 0 ? 'nothing is wrong' : `${count} ${count === 1 ? 'thing is' : 'things are'} wrong`,
  );
  return count === 0 ? 0 : 1;
}

async function database(client, { url, runs }, own) {
  const { rows } = await client.query('show server_version');
  const state = url ? 'yours (DATABASE_URL)' : runs ? 'our own, running' : 'our own, started for this';
  return fine(
    'database',
    `PostgreSQL ${rows[0].server_version.split(' ')[0]} at ${placeOf(url ?? own.owner)}, ${state}`,
  );
}

async function schema(client) {
  const there = await finishedMigrations(client);
  const here = migrationNames();
  const newer = there.filter((name) => !here.includes(name));
  const missing = here.filter((name) => !there.includes(name));
  if (newer.length > 0) return wrong('schema', `newer than this code (${newer.at(-1)})`, 'update the code');
  if (missing.length > 0) return wrong('schema', `${missing.join(', ')} missing`, 'bin/earshot migrate');
  return fine('schema', `up to date, ${there.at(-1)}`);
}

async function inside(client, { mend, app }) {
  const applied = await appliedLaw(client);
  if (applied === null) return [wrong('law', 'not there', 'bin/earshot migrate')];
  const faults = await faultsOfTheLaw(client);
  return [
    law(applied, faults),
    await indexes(client),
    await roles(client, app),
    await standing(client, { mend, faults }),
    await owner(client),
  ];
}

function law(applied, faults) {
  if (faults.length > 0) return wrong('law', `not whole: ${faults.join('; ')}`, 'bin/earshot migrate');
  const files = lawFiles();
  if (applied !== lawHash(files)) return wrong('law', 'whole, but of another version', 'bin/earshot migrate');
  return fine('law', `whole, ${files.length} files`);
}

async function roles(client, app) {
  const signedIn = app && (await connect(app).catch(() => null));
  if (!signedIn) {
    return weak(
      'roles',
      'one role owns the tables and serves the pages: the law holds, but the application could take it away',
      'give the user of DATABASE_URL the right CREATEROLE and start Earshot again',
    );
  }
  const { rows } = await signedIn.query(
    `select current_user as name, pg_has_role(current_user, $1, 'usage') as member,
       exists (select from pg_class where relowner = current_user::regrole) as owns`,
    [appGroup],
  );
  await signedIn.end();
  const [{ name, member, owns }] = rows;
  if (member && !owns) return fine('roles', `the pages sign in as ${name}, who owns nothing`);
  return wrong(
    'roles',
    `${name} ${owns ? 'owns tables' : `is no member of ${appGroup}`}`,
    'bin/earshot migrate',
  );
}

async function indexes(client) {
  const { rows } = await client.query(
    `select name from unnest($1::text[]) as name where not exists (select from pg_index i
       where i.indexrelid = to_regclass('public.' || quote_ident(name)) and i.indisvalid)`,
    [madeIndexes()],
  );
  if (rows.length === 0) return fine('indexes', 'all there');
  const names = rows.map(({ name }) => name).join(', ');
  return wrong(
    'indexes',
    `missing or not valid: ${names}`,
    'make them again as prisma/migrations does; lists are slow until then',
  );
}

async function standing(client, { mend, faults }) {
  const there = await client.query(
    `select to_regprocedure('law.compare_standings(uuid, integer)') is not null as yes`,
  );
  if (!there.rows[0].yes)
    return wrong('standing', 'not compared: the law is of another version', 'bin/earshot migrate');
  const { compared, differing, mended, contacts } = await compareStandings(client, { mend });
  // What Today says of the last examination goes when it is mended, and comes when it is not.
  await client.query(
    `insert into events (id, verb, codes, recorded_at) values (gen_random_uuid(), 'examination_made', $1, law.clock())`,
    [{ compared, differing: differing - mended, contacts: mended ? [] : contacts, faults: faults.length }],
  );
  if (differing === 0)
    return fine('standing', `equals the history of every contact (${compared.toLocaleString('en')})`);
  if (mended > 0) return fine('standing', `computed again for ${counted(mended, 'contact')}`);
  return wrong(
    'standing',
    `differs from history for ${counted(differing, 'contact')} of ${compared.toLocaleString('en')}`,
    'bin/earshot doctor --mend',
  );
}

async function owner(client) {
  const { rows } = await client.query(
    `select count(*)::int as n from users where role = 'owner' and closed_at is null`,
  );
  if (rows[0].n > 0) return fine('owners', String(rows[0].n));
  return weak(
    'owners',
    'nobody owns this Earshot yet',
    'npm start prints the set-up link, or: bin/earshot owner create',
  );
}
