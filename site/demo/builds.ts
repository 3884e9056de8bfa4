/** Builds the SDK and the site when their sources changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeArguments } from '../../scripts/with-node.mjs';
import { sdkFolder } from '../sdk-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stampFile = join(root, '.cache', 'demo-build');

const sources = {
  sdk: ['packages/*/src/**/*', 'packages/*/package.json', 'scripts/build*', 'scripts/build/**/*', 'package-lock.json'],
  site: ['site/*.ts', 'site/src/**/*', 'site/pages/*', 'site/public/**/*'],
};

/** Path, size and time of change of every source: enough to know that nothing was touched. */
function stampOf(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync([...patterns], { cwd: root }).sort()) {
    const stats = statSync(join(root, file));
    if (stats.isFile()) hash.update(`${file} ${stats.size} ${stats.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function run(program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArguments, program], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} failed.\n${said}`))));
  });
}

/** `say` gets a progress line for each thing that is really built. */
export async function buildWhatChanged(say: (line: string) => void): Promise<void> {
  const sdk = stampOf(sources.sdk);
  const wanted = JSON.stringify({ sdk, site: stampOf(sources.site) });
  const known = existsSync(stampFile) ? (JSON.parse(readFileSync(stampFile, 'utf8')) as { sdk: string }) : { sdk: '' };
  const isBuilt = existsSync(join(sdkFolder, 'integrity.json')) && existsSync(join(root, 'site/dist/index.html'));
  if (isBuilt && JSON.stringify(known) === wanted) return;
  if (known.sdk !== sdk || !existsSync(join(sdkFolder, 'integrity.json'))) {
    say('Building the modules…');
    await run('scripts/build.ts');
  }
  say('Building the demonstration site…');
  await run('site/build.ts');
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stampFile, wanted);
}
