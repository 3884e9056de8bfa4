/** End-to-end tests: one browser, one demonstration, one test after another, because they share a database and a queue. */
import { defineConfig } from '@playwright/test';
import { chromiumArguments, findProgram } from '../scripts/browsers/find-browsers.ts';

export default defineConfig({
  testDir: './e2e',
  testMatch: '*.e2e.ts',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: findProgram('chromium'), args: chromiumArguments },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
