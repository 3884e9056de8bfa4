/** A measured size beside its ceiling and the figure recorded last. */
export interface Measure {
  /** Bytes after brotli 11. */
  bytes: number;
  requests: number;
}

export interface Budget {
  /** Bytes never to be passed. */
  ceiling?: number;
  /** Bytes wished for and not reached yet: told each time, so that nobody takes the ceiling for the aim. */
  goal?: number;
  /** Requests never to be passed. */
  requests?: number;
  /** What was measured when somebody last looked at the figure and accepted it. */
  recorded: Measure | null;
}

export type Budgets = Record<string, Budget>;

/** Bundlers name and order things a little differently from one run to the next. */
const tolerance = (bytes: number) => Math.max(50, bytes * 0.01);

export interface Verdict {
  ok: boolean;
  sentence: string;
}

export function compare(found: Measure | undefined, budget: Budget): Verdict {
  const verdict = withinBudget(found, budget);
  const far = found && budget.goal !== undefined ? found.bytes - budget.goal : 0;
  return far > 0 ? { ...verdict, sentence: `${verdict.sentence}; goal ${budget.goal} missed by ${far}` } : verdict;
}

function withinBudget(found: Measure | undefined, { ceiling, requests, recorded }: Budget): Verdict {
  const no = (sentence: string): Verdict => ({ ok: false, sentence });
  if (!found) return no('not measured');
  if (ceiling !== undefined && found.bytes > ceiling) return no(`${found.bytes - ceiling} over the ceiling`);
  if (requests !== undefined && found.requests > requests) return no(`more than ${requests} requests`);
  if (!recorded) return no('not recorded: npm run size -- --update');
  const growth = found.bytes - recorded.bytes;
  if (growth > tolerance(recorded.bytes))
    return no(`grew by ${growth}: make it smaller, or record it with --update and say why`);
  if (found.requests > recorded.requests)
    return no(`${found.requests - recorded.requests} more requests than recorded`);
  if (-growth > tolerance(recorded.bytes))
    return { ok: true, sentence: `lighter by ${-growth}: record it with --update` };
  return { ok: true, sentence: 'as recorded' };
}
