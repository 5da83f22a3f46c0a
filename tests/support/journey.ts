import { test as base, expect } from '@playwright/test';
import { startInstallation, type Installation } from './installation';

export { expect } from '@playwright/test';

interface Journey {
  /** Says that this test makes the browser complain: errors whose text fits are no failure. */
  readonly expectComplaint: (text: RegExp) => void;
}

interface PerWorker {
  readonly installation: Installation;
}

const lastFile = new WeakMap<Installation, string>();

/**
 * A browser test on a running installation. Each file starts where nobody has ever been and is told in order;
 * a complaint in the browser's console, an error of a page, or a request to anywhere else fails the test.
 */
export const test = base.extend<Journey, PerWorker>({
  installation: [
    // Playwright reads the first argument's pattern to know what a fixture needs.
    async ({}, use) => {
      const installation = await startInstallation();
      await use(installation);
      await installation.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ installation }, use, { file }) => {
    const before = lastFile.get(installation);
    if (before !== undefined && before !== file) await installation.forgetEverything();
    lastFile.set(installation, file);
    await use(installation.url);
  },
  expectComplaint: [
    async ({ context, installation }, use) => {
      const expected: RegExp[] = [];
      const heard: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') heard.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => heard.push(`page: ${error.error().message}`));
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(http|ws)s?:$/.test(protocol) && origin !== installation.url) heard.push(`asked ${origin}`);
      });
      await use((text) => expected.push(text));
      expect(heard.filter((one) => !expected.some((text) => text.test(one)))).toEqual([]);
    },
    { auto: true },
  ],
});
