// Runs a program of this package: as built (dist) where it is installed, from its TypeScript sources inside the repository.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @param {string} name Path under src or dist, without extension. */
export async function run(name) {
  const starter = file('../../../scripts/with-node.mjs');
  const source = file(`../src/${name}.ts`);
  if (!existsSync(starter) || !existsSync(source)) {
    if (Number.parseInt(process.versions.node) < 22) {
      console.error(`Services Publics Plus needs Node 22 or later; this is Node ${process.versions.node}.`);
      process.exit(1);
    }
    await import(`../dist/${name}.js`);
    return;
  }
  const { nodeBinary, nodeArguments } = await import(starter);
  const child = spawn(nodeBinary(), [...nodeArguments, source, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
