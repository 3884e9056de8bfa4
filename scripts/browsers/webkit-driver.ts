/**
 * WebKitGTK under WebKitWebDriver, on a screen of its own (Xvfb), on free loopback ports.
 * WEBKIT_* variables that turn accelerated drawing off are removed: with them requestAnimationFrame stalls under Xvfb.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, loopback } from '../../site/demo/ports.ts';
import { findProgram } from './find-browsers.ts';

export interface WebKitDriver {
  readonly port: number;
  /** W3C capabilities that start MiniBrowser in a session. */
  readonly capabilities: { browserName: 'MiniBrowser'; 'webkitgtk:browserOptions': { binary: string; args: string[] } };
  stop(): void;
}

/** Xvfb picks a free display and tells its number on file descriptor 3. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn(findProgram('xvfb'), ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', (code) => reject(new Error(`Xvfb ended at once (code ${code}).`)));
    (screen.stdio[3] as Readable).once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
  return { screen, display };
}

async function untilReady(port: number): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await wait(50)) {
    try {
      const status = (await (await fetch(`http://${loopback}:${port}/status`)).json()) as { value: { ready: boolean } };
      if (status.value.ready) return;
    } catch {
      // It does not listen yet.
    }
  }
  throw new Error('WebKitWebDriver did not start within 15 seconds.');
}

export async function startWebKitDriver(): Promise<WebKitDriver> {
  const binary = findProgram('miniBrowser');
  const program = findProgram('webkitDriver');
  const { screen, display } = await startScreen();
  const port = await freePort(0);
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('WEBKIT_'));
  const driver = spawn(program, [`--host=${loopback}`, `--port=${port}`], {
    stdio: 'ignore',
    env: { ...Object.fromEntries(inherited), DISPLAY: display, GDK_BACKEND: 'x11' },
  });
  const stop = () => {
    driver.kill();
    screen.kill();
  };
  process.once('exit', stop);
  try {
    await untilReady(port);
  } catch (error) {
    stop();
    throw error;
  }
  return {
    port,
    capabilities: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    stop,
  };
}
