/**
 * The files as a page embeds them, in the three engines, under a strict policy: each page below is served with its own
 * headers, opened for real, and asked what a visitor would see. Stand-ins: none; the widget is the built one.
 */
import { existsSync } from 'node:fs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wantedEngines } from './browsers/find-browsers.ts';
import { buildCdn } from './build/cdn.ts';
import { embedCases } from './embed/cases.ts';
import { openEngine } from './embed/engines.ts';
import { serveEmbeds } from './embed/server.ts';

const cdn = 'packages/sdk/dist/cdn';
if (!existsSync(`${cdn}/integrity.json`)) throw new Error('The SDK is not built. Run "npm run build" first.');

const other = mkdtempSync(join(tmpdir(), 'spplus-embed-'));
await buildCdn({ into: other, version: '99.0.0', splitOnly: true });
const integrity = JSON.parse(readFileSync(`${cdn}/integrity.json`, 'utf8')) as Record<string, string>;
const server = await serveEmbeds({ cdn, other });

let passed = 0;
let failed = 0;
try {
  for (const engine of wantedEngines()) {
    const browser = await openEngine(engine);
    try {
      for (const [name, run] of Object.entries(embedCases)) {
        try {
          await run({ browser, server, integrity });
          passed += 1;
          console.log(`  ✔ ${engine}: ${name}`);
        } catch (error) {
          failed += 1;
          console.error(`  ✘ ${engine}: ${name}\n    ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    } finally {
      await browser.close();
    }
  }
} finally {
  server.close();
  rmSync(other, { recursive: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
