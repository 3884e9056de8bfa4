/** The API as a process of its own: started, waited for, killed and started again as an operator (or a test) would. */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nodeArguments } from '../../scripts/with-node.mjs';
import { loopback } from './ports.ts';

export interface ApiOptions {
  port: number;
  /** Folder of the embedded database. */
  data: string;
  /** PostgreSQL to use instead of the embedded one. */
  databaseUrl?: string | undefined;
}

export interface ApiProcess {
  readonly origin: string;
  /** Asks it to finish what it does and stop. */
  stop(): Promise<void>;
  /** Kills the process without warning, as a power cut would. */
  kill(): Promise<void>;
}

const program = fileURLToPath(new URL('api-child.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const patience = 90_000;

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));
}

export async function startApi({ port, data, databaseUrl }: ApiOptions): Promise<ApiProcess> {
  const origin = `http://${loopback}:${port}`;
  const child = spawn(process.execPath, [...nodeArguments, program], {
    cwd: root,
    // Ctrl+C reaches the whole group of processes: the API must stop after the site, and only once.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: loopback,
      DATA_DIR: data,
      DATABASE_URL: databaseUrl ?? '',
      LOG_LEVEL: 'warn',
      // Everybody on this machine shares one address, tests included.
      RATE_PER_ADDRESS: '1000',
    },
  });
  let said = '';
  const listen = (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4000));
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const until = Date.now() + patience;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The API could not start.\n${said.trim()}`);
    if (Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`The API was not ready after ${patience / 1000} seconds.\n${said.trim()}`);
    }
    await wait(100);
  }
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended(child);
      clearTimeout(late);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false;
  }
}
