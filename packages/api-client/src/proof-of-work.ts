/**
 * Solves a proof of work (ALTCHA). Loaded only where a service asks for one.
 *
 * In a worker where the page allows one. A strict content security policy, Trusted Types or a script from another origin may
 * forbid workers: then on the page's own thread, where each try is a native derivation that runs beside it, and the page
 * stays usable. Both need a secure context (https), as Web Cryptography does.
 */
import type { Challenge as WireChallenge } from '@spplus/contract/service';
import type { Challenge, Solution } from 'altcha-lib';
import type { CallOptions } from './request.ts';
import { ApiError } from './api-error.ts';

/** Milliseconds that an old phone may take. */
const patience = 90_000;

async function solveInWorker(challenge: Challenge, signal: AbortSignal): Promise<Solution | null> {
  if (signal.aborted) return null;
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Solution | null>) => resolve(data);
      worker.onerror = () => reject(new Error('The worker cannot run here.'));
      signal.addEventListener('abort', () => resolve(null));
      worker.postMessage(challenge);
    });
  } finally {
    worker.terminate();
  }
}

async function solveHere(challenge: Challenge, signal: AbortSignal): Promise<Solution | null> {
  const [{ solveChallenge }, { deriveKey }] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/web/pbkdf2'),
  ]);
  if (signal.aborted) return null;
  const controller = new AbortController();
  signal.addEventListener('abort', () => controller.abort());
  return solveChallenge({ challenge, deriveKey, controller, timeout: patience });
}

/**
 * Answers the payload to send as `guard.proof`, in base 64. Throws ApiError when cancelled or too slow, and `refused` on a page
 * without https, where no try will ever succeed.
 */
export async function solveChallenge(wire: WireChallenge, { signal }: CallOptions = {}): Promise<string> {
  // Absent on servers, whatever its type says.
  if ((globalThis.isSecureContext as boolean | undefined) === false) throw new ApiError('refused');
  const challenge = wire as unknown as Challenge;
  const limit = AbortSignal.timeout(patience);
  const either = signal ? AbortSignal.any([signal, limit]) : limit;
  const solution = await solveInWorker(challenge, either).catch(() => solveHere(challenge, either));
  if (!solution) throw new ApiError(signal?.aborted ? 'aborted' : 'timeout');
  return btoa(JSON.stringify({ challenge, solution }));
}
