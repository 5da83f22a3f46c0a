import { defineConfig } from '@playwright/test';
import { findBrowser } from './bin/boot/browser.js';

const browser = await findBrowser();
if (!browser)
  throw new Error('There is no Chromium here: install one, or run npx playwright install chromium.');
const { executablePath, env, args } = browser;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/cluster.ts',
  // A journey is one file, told in order, on an installation of its own.
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 1280, height: 800 },
    // What was done and answered; a picture of every step takes as long as half of the tests.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
  },
});
