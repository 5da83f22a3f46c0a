// npm run torture: what is too long for npm test. 5,000 random histories, model against database, dealt out to as many
// processes as there are cores, then eight rounds of every crowd on one contact, then 10,000 mails that waited for three
// days. EARSHOT_HISTORIES, EARSHOT_PARTS, EARSHOT_TORTURE, EARSHOT_WAITING and EARSHOT_SEED change how many, in how many
// processes, and which; a file named runs alone.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const { env, argv } = process;
const named = argv.slice(2);
const histories = 'tests/db/law/histories';
const long = [
  'tests/db/law/timelines',
  'tests/db/attack',
  'tests/db/contacts/standing-filter',
  'tests/db/gate/simulation-at-random',
  'tests/db/sync/away',
];
const seed = Number(env.EARSHOT_SEED ?? Date.now() % 1_000_000_007);

function run(files, more) {
  const program = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project=db',
    '--project=apart',
    '--reporter=default',
    ...files,
  ];
  const child = spawn(process.execPath, program, { stdio: 'inherit', env: { ...env, ...more } });
  return new Promise((answer) => child.once('close', (code) => answer(code ?? 1)));
}

/** Every process draws histories of its own: its seed is the common one and its number. */
function playHistories() {
  const wanted = Number(env.EARSHOT_HISTORIES ?? 5_000);
  const parts = Math.min(Number(env.EARSHOT_PARTS ?? availableParallelism()), wanted);
  const shares = Array.from({ length: parts }, (_, part) => Math.floor((wanted + part) / parts));
  return Promise.all(
    shares.map((share, part) =>
      run([histories], { EARSHOT_HISTORIES: String(share), EARSHOT_SEED: String(seed + part) }),
    ),
  );
}

const sizes = {
  EARSHOT_TORTURE: env.EARSHOT_TORTURE ?? '8',
  EARSHOT_WAITING: env.EARSHOT_WAITING ?? '10000',
  EARSHOT_SEED: String(seed),
};
// Each history of the lists walks everybody whom those before it left there: many would take the square of their number.
const codes =
  named.length > 0
    ? [await run(named, sizes)]
    : [...(await playHistories()), await run(long, { ...sizes, EARSHOT_HISTORIES: '100' })];
process.exit(Math.max(...codes));
