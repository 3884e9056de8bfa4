// Runs a program with a Node recent enough for the tools: `node scripts/with-node.mjs FILE [ARGS]`.
// The tools want Node 22.12 or later; a machine may only have 20.19. The registry brings a Node binary as the optional
// dependency `node-<platform>`, without an install script. Works on Node 20, so it must stay plain JavaScript.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The newest Node at hand: the one from node_modules, else the one running. */
export function nodeBinary() {
  // The program itself: the .cmd beside it in node_modules/.bin cannot be spawned without a shell.
  const isWindows = process.platform === 'win32';
  const bundled = `${root}node_modules/node-${isWindows ? 'win' : process.platform}-${process.arch}/bin/node${isWindows ? '.exe' : ''}`;
  if (existsSync(bundled)) return bundled;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} is too old for the tools of this project and no bundled Node was found. ` +
      'Run "npm ci", or install Node 24.',
  );
}

/** Arguments every program of the house is started with: our packages resolve to their TypeScript sources. */
export const nodeArguments = ['--conditions=@spplus/source', '--disable-warning=ExperimentalWarning'];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const child = spawn(nodeBinary(), [...nodeArguments, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
