// npm start: installs what is missing, then starts the demonstration with the bundled Node (start-demo.ts).
// Plain JavaScript for Node 20.19, because it runs before the bundled Node is there.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { nodeArguments, nodeBinary } from './with-node.mjs';

try {
  oneAtATime('install', installPackages, () => console.log('Waiting for another installation of this project to end…'));
  const program = fileURLToPath(new URL('start-demo.ts', import.meta.url));
  // The channel lets the demonstration notice that this process is gone, however it went, and stop its servers.
  const child = spawn(nodeBinary(), [...nodeArguments, program, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
} catch (error) {
  console.error(`\n${error.message}\n`);
  process.exit(1);
}
