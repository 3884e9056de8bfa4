/** Lets a few at once do what takes a processor, and refuses at the door when too many wait already. */
import { ProblemError } from '../http/problem-error.ts';

export interface Gate {
  /** Throws `unavailable` when the queue is full. */
  pass<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(atOnce: number, mostWaiting: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;

  async function enter(): Promise<void> {
    if (inside < atOnce) {
      inside += 1;
      return;
    }
    if (waiting.length >= mostWaiting) throw new ProblemError('unavailable', { retryAfter: 2 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  /** Whoever leaves gives the place to the next. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  }

  return {
    async pass(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
