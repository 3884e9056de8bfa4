// Element tests in three engines: `npm test -- elements`, or one engine and one file with
// BROWSERS=chromium node scripts/with-node.mjs node_modules/@web/test-runner/dist/bin.js --config web-test-runner.config.mjs --files FILE
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { launch } from './scripts/browsers/launchers.ts';
import { wantedEngines } from './scripts/browsers/find-browsers.ts';
import { engineCommands } from './scripts/browsers/server-commands.ts';
import { tallyReporter } from './scripts/browsers/tally-reporter.ts';
import { testPage } from './scripts/browsers/test-page.ts';
import { startTestApi } from './scripts/test-api.ts';
import { freePort, loopback } from './site/demo/ports.ts';

const port = await freePort(0);
const browsers = await launch(wantedEngines());
const api = await startTestApi({ site: `http://${loopback}:${port}` }).catch((error) => {
  // The tests that call the server fail by name (testApi() throws); the others still tell what they have to tell.
  console.error(error.message);
});

export default {
  files: 'packages/*/test/**/*.browser.test.ts',
  rootDir: '.',
  hostname: loopback,
  port,
  browsers,
  // One page at a time for WebDriver, which would otherwise put the tests in frames; the other engines have their own number.
  concurrency: 1,
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  nodeResolve: { exportConditions: ['@spplus/source'] },
  plugins: [
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
    engineCommands(),
    { name: 'spplus-test-api', serverStop: () => api?.stop() },
  ],
  reporters: [defaultReporter(), tallyReporter()],
  testFramework: { config: { timeout: 15_000 } },
  testRunnerHtml: (framework) => testPage(framework, api?.address ?? null),
};
