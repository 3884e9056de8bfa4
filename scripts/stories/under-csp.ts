/** Every story under the strict header, in each engine: nothing refused, no error. */
import { rmSync } from 'node:fs';
import { build, defaultClientConditions } from 'vite';
import type { StoryOutcome } from '../../stories/csp.ts';
import type { Engine } from '../browsers/find-browsers.ts';
import { openPage } from '../browsers/open-page.ts';
import { serveFolder } from './static-server.ts';

const folder = '.cache/stories-csp';

/** What docs/ tells a web team to send at the strictest. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

export async function buildBarePage(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    configFile: false,
    root: 'stories',
    base: './',
    logLevel: 'warn',
    resolve: { conditions: ['@spplus/source', ...defaultClientConditions], dedupe: ['lit'] },
    build: {
      outDir: `../${folder}`,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'stories/csp.html' },
    },
  });
}

export async function storiesUnderPolicy(engine: Engine): Promise<StoryOutcome[]> {
  const server = await serveFolder(folder, { 'content-security-policy': strictPolicy });
  try {
    const report = server.nextReport(180_000);
    const page = await openPage(engine, `${server.origin}/csp.html`);
    try {
      return JSON.parse(await report) as StoryOutcome[];
    } finally {
      await page.close();
    }
  } finally {
    server.stop();
  }
}
