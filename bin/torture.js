// npm run torture: what is too long for npm test. 5,000 random histories, model against database, and eight rounds of
// every crowd on one contact. EARSHOT_HISTORIES, EARSHOT_TORTURE and EARSHOT_SEED change how many and which.
import { spawnSync } from 'node:child_process';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'db', '--reporter', 'default'];
const { status } = spawnSync(
  process.execPath,
  [
    ...vitest,
    'tests/db/law',
    'tests/db/attack',
    'tests/db/contacts/standing-filter',
    ...process.argv.slice(2),
  ],
  {
    stdio: 'inherit',
    env: {
      EARSHOT_HISTORIES: '5000',
      EARSHOT_TORTURE: '8',
      EARSHOT_SEED: String(Date.now() % 1_000_000_007),
      ...process.env,
    },
  },
);
process.exit(status ?? 1);
