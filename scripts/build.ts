/**
 * Builds what is published: the files that a page downloads (packages/sdk/dist/cdn), each package's dist/ for npm, and what
 * the elements say of themselves. Nothing is done when nothing changed; `npm run build -- --force` builds anyway.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { version } from '../packages/sdk/src/version.ts';
import { buildCdn } from './build/cdn.ts';
import { faultsIn } from './build/faults.ts';
import { importMap, snippet } from './build/integrity.ts';
import { buildPackages } from './build/npm.ts';
import { nodeArguments } from './with-node.mjs';

const cdn = 'packages/sdk/dist/cdn';
const stampFile = '.cache/build-stamp';
const sources = [
  'packages/*/src/**/*.{ts,css}',
  'packages/*/test/driver.ts',
  'packages/*/package.json',
  'scripts/build.ts',
  'scripts/build/*.ts',
  'scripts/manifest.ts',
  'scripts/manifest/*.ts',
  'tsconfig.json',
  'package-lock.json',
];

function stamp(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources).sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** A step with its time, so that a slow one is seen. */
async function step(title: string, work: () => Promise<void> | void): Promise<void> {
  const began = performance.now();
  await work();
  console.log(`  ${title}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

const { version: published } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8')) as { version: string };
if (published !== version) {
  throw new Error(`packages/sdk is ${published} in package.json and ${version} in src/version.ts: make them agree.`);
}

const wanted = stamp();
const known = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
if (wanted === known && existsSync(`${cdn}/integrity.json`) && !process.argv.includes('--force')) {
  console.log('Nothing changed since the last build.');
  process.exit(0);
}

await step('packages', buildPackages);
await step('files for pages', () => buildCdn({ into: cdn }));
await step('descriptions of the elements', () => {
  const { status, stderr } = spawnSync(process.execPath, [...nodeArguments, 'scripts/manifest.ts'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
});

const faults = faultsIn(cdn);
if (faults.length > 0) throw new Error(`Not fit to be published:\n  ${faults.join('\n  ')}`);

const integrity = JSON.parse(readFileSync(`${cdn}/integrity.json`, 'utf8')) as Record<string, string>;
const example = `https://cdn.example.fr/spplus/${version}/`;
writeFileSync(`${cdn}/importmap.json`, `${importMap(integrity, './')}\n`);
writeFileSync(`${cdn}/snippet.html`, snippet(integrity, example));
mkdirSync('.cache', { recursive: true });
writeFileSync(stampFile, wanted);
console.log(
  `\nSplit modules of ${version}, to be served under an address that ends in /${version}/; example:\n\n${snippet(integrity, example)}`,
);
