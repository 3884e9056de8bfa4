/**
 * One process at a time, per folder of one machine. The lock is a listening local socket: the system releases it when its
 * holder dies, however it dies, which a lock file does not.
 */
import { createHash } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

function lockAddress(folder: string): string {
  const name = `spplus-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`; // Abstract: no file that could stay behind.
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `${tmpdir()}/${name}`;
}

const listen = (address: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });

/** Where sockets are files, one whose holder died stays: nobody answers behind it. */
const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(address, () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });

/** Runs `work` while holding the folder's lock; waits for it `patience` milliseconds at most. */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>, patience = 180_000): Promise<T> {
  const address = lockAddress(folder);
  const end = Date.now() + patience;
  for (;;) {
    const server = await listen(address);
    if (server) {
      try {
        return await work();
      } finally {
        await new Promise((resolve) => server.close(resolve));
      }
    }
    if (process.platform !== 'linux' && process.platform !== 'win32' && !(await answers(address))) {
      await unlink(address).catch(() => undefined);
    }
    if (Date.now() > end) {
      throw new Error(
        `Another process has been starting or stopping the database in ${folder} for too long. End it and start again.`,
      );
    }
    await wait(50 + Math.random() * 50);
  }
}
