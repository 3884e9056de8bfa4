/** The three engines for @web/test-runner. */
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import * as puppeteer from 'puppeteer-core';
import { loopback } from '../../site/demo/ports.ts';
import { chromiumArguments, findProgram, type Engine } from './find-browsers.ts';
import { startWebKitDriver } from './webkit-driver.ts';

/** A window per page: in a tab at the back, requestAnimationFrame stalls. */
const chromium = async () =>
  chromeLauncher({
    concurrency: 2,
    createPage: ({ context }) => context.newPage({ type: 'window' }),
    launchOptions: { executablePath: findProgram('chromium'), args: chromiumArguments },
  });

/** Firefox through WebDriver BiDi, which puppeteer-core speaks; no geckodriver. */
const firefox = async () =>
  chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath: findProgram('firefox') },
  });

async function webkit() {
  const { port, capabilities } = await startWebKitDriver();
  return webdriverLauncher({
    hostname: loopback,
    port,
    path: '/',
    logLevel: 'error',
    // WebKitWebDriver speaks classic WebDriver only.
    capabilities: { ...capabilities, 'wdio:enforceWebDriverClassic': true },
  });
}

const launchers = { chromium, firefox, webkit };

export const launch = (wanted: readonly Engine[]) => Promise.all(wanted.map((engine) => launchers[engine]()));
