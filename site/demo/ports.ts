/** Ports: the usual one if nobody has it, else any free one. Loopback only. */
import { createServer } from 'node:net';

export const loopback = '127.0.0.1';

/** A free port: the wanted one, or one that the system picks (also for 0). */
export function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (wanted !== 0 && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) resolve(freePort(0));
      else reject(error);
    });
    probe.listen(wanted, loopback, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}
