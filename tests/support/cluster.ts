import { openTestCluster } from '@/bin/boot/test-cluster.js';

/** Vitest's and Playwright's global set-up: uses the cluster that `npm test` started, or starts one. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['EARSHOT_TEST_PORT']) return undefined;
  const cluster = await openTestCluster();
  process.env['EARSHOT_TEST_PORT'] = String(cluster.port);
  return async () => {
    delete process.env['EARSHOT_TEST_PORT'];
    await cluster.close();
  };
}

/** Port of the cluster for tests. */
export function clusterPort(): number {
  const port = Number(process.env['EARSHOT_TEST_PORT']);
  if (!port) throw new Error('No test cluster: run through vitest, playwright or npm test.');
  return port;
}
