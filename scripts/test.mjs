// npm test: installs what is missing, then runs every check with the bundled Node. `npm test -- unit lint` runs only those.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackages, installSystemNeeds } from './install.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { nodeArguments, nodeBinary } from './with-node.mjs';

try {
  oneAtATime('install', installPackages, () => console.log('Waiting for another installation of this project to end…'));
  installSystemNeeds();
} catch (error) {
  console.error(`\n${error.message}\n`);
  process.exit(1);
}
const runner = fileURLToPath(new URL('run-checks.ts', import.meta.url));
const { status } = spawnSync(nodeBinary(), [...nodeArguments, runner, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
