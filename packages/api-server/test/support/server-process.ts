/** A real server in a process of its own, started as an operator would, and a command of `spplus-admin` likewise. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const source = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

export interface ServerProcess {
  url: string;
  process: ChildProcess;
  /** Everything it wrote on its error output so far. */
  log(): string;
  /** Ends it as an operator does and gives its exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

function run(file: string, args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(
    process.execPath,
    ['--conditions=@spplus/source', '--disable-warning=ExperimentalWarning', source(file), ...args],
    {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** Resolves once it listens; rejects with what it said when it ends before. */
export async function startServer(environment: Record<string, string>): Promise<ServerProcess> {
  const child = run('serve.ts', [], { PORT: '0', ...environment });
  let output = '';
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (errors += part));
  const ended = once(child, 'exit').then(() => child.exitCode);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      const found = /listens on (\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    });
    void ended.then((code) => reject(new Error(`The server ended with ${code}: ${errors}`)));
  });
  return {
    url,
    process: child,
    log: () => errors,
    stop: () => (child.kill('SIGTERM'), ended),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export interface CommandResult {
  code: number | null;
  output: string;
  errors: string;
}

export async function runCommand(environment: Record<string, string>, ...words: string[]): Promise<CommandResult> {
  const child = run('admin/main.ts', words, environment);
  const [output, errors] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'close'),
  ]);
  return { code: child.exitCode, output, errors };
}
