/**
 * Structured log: one JSON object a line. Only what is named here is written, never a request's content, an e-mail, an
 * address, a secret or a token: whoever logs passes identifiers, counts and durations.
 */
import type { LogLevel } from './config.ts';

export type LogFields = Readonly<
  Record<string, string | number | boolean | null | undefined | Readonly<Record<string, number>>>
>;

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const weights = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 } as const satisfies Record<LogLevel, number>;

/** `write` receives one line without its end; the standard error output by default. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => void process.stderr.write(`${line}\n`),
): Log {
  const at = (own: Exclude<LogLevel, 'silent'>) => (message: string, fields?: LogFields) => {
    if (weights[own] < weights[level]) return;
    write(JSON.stringify({ time: new Date().toISOString(), level: own, message, ...fields }));
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** For programs that say nothing of their own, such as tests. */
export const silentLog: Log = createLog('silent');
