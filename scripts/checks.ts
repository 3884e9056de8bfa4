/** Every check of the project: what it proves and the command that runs it. `npm test -- NAME` runs one alone. */
import { globSync } from 'node:fs';

export interface Check {
  name: string;
  proves: string;
  /** Arguments for the bundled Node; its own flags first. */
  run: () => string[];
  environment?: Record<string, string>;
}

const tool = (path: string) => `node_modules/${path}`;
const isBrowserTest = (file: string) => file.endsWith('.browser.test.ts');
const serverTests = () => globSync('packages/api-server/test/**/*.test.ts').sort();
const unitTests = () =>
  globSync(['packages/*/test/**/*.test.ts', 'scripts/test/*.test.ts', 'site/test/*.test.ts'])
    .filter((file) => !isBrowserTest(file) && !file.startsWith('packages/api-server/'))
    .sort();

const domainTests = () => unitTests().filter((file) => file.startsWith('packages/domain/'));

/** Far east and far west of the offices, and at home: the clock of the machine changes nothing. */
const zones = ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Paris'];

const templateFiles = () =>
  globSync(['packages/*/src/**/*.ts', 'packages/*/test/**/*.ts', 'stories/**/*.ts', 'site/src/**/*.ts'])
    .filter((file) => !file.includes('/locales/') && !file.startsWith('packages/api-server/'))
    .sort();

/** One file after another: each starts servers of its own, and two cores are all there may be. */
const nodeTests = (files: string[]) => ['--test', '--test-concurrency=2', '--test-reporter=spec', ...files];

export const checks: readonly Check[] = [
  { name: 'types', proves: 'TypeScript, strict', run: () => [tool('typescript/bin/tsc'), '-p', '.', '--noEmit'] },
  {
    name: 'lint',
    proves: 'house rules, import arrows, no unsafe markup',
    run: () => [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  },
  {
    name: 'templates',
    proves: 'templates give elements and attributes what they take',
    run: () => [tool('@jackolope/lit-analyzer/cli.mjs'), '--strict', '--maxWarnings', '0', ...templateFiles()],
  },
  {
    name: 'format',
    proves: 'one layout for all files',
    run: () => [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
  { name: 'locales', proves: 'no missing or stale translation', run: () => ['scripts/locales.ts', 'check'] },
  {
    name: 'manifest',
    proves: 'documentation of elements agrees with their code',
    run: () => ['scripts/manifest.ts', 'check'],
  },
  { name: 'unit', proves: 'pure code', run: () => nodeTests(unitTests()) },
  ...zones.map((zone) => ({
    name: `unit-${zone.replace(/.*\//, '').replace('_', '-').toLowerCase()}`,
    proves: `the rules on a machine whose clock is that of ${zone}`,
    run: () => nodeTests(domainTests()),
    environment: { TZ: zone },
  })),
  {
    name: 'api-embedded',
    proves: 'the API on its embedded database, killed and restarted',
    run: () => nodeTests(serverTests()),
    environment: { SPPLUS_TEST_ENGINE: 'embedded' },
  },
  {
    name: 'api-postgres',
    proves: "the API on the system's PostgreSQL",
    run: () => nodeTests(serverTests()),
    environment: { SPPLUS_TEST_ENGINE: 'postgres' },
  },
  { name: 'build', proves: 'the published files can be built', run: () => ['scripts/build.ts'] },
  { name: 'size', proves: 'a page downloads no more than its budget', run: () => ['scripts/size.ts'] },
  { name: 'packages', proves: 'what is published installs and imports', run: () => ['scripts/packages.ts'] },
  {
    name: 'elements',
    proves: 'elements in Chromium, Firefox and WebKitGTK',
    run: () => [tool('@web/test-runner/dist/bin.js'), '--config', 'web-test-runner.config.mjs'],
  },
  {
    name: 'embed',
    proves: 'script tag, integrity, strict CSP, two versions, in three engines',
    run: () => ['scripts/embed-tests.ts'],
  },
  { name: 'stories', proves: 'every story, with axe and under the strict CSP', run: () => ['scripts/stories.ts'] },
  {
    name: 'e2e',
    proves: 'the demo site, as its users go through it',
    run: () => [tool('@playwright/test/cli.js'), 'test', '-c', 'site/playwright.config.ts'],
  },
];
