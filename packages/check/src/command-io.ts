/** What a command of this package needs from the world around it, so that tests can stand in for it. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

export interface CommandIo {
  /** Text of a file or of a web address, UTF-8; `-` is what comes through standard input. Rejects with the system's error. */
  read(file: string): Promise<string>;
  /** Writes the answer, line breaks included. */
  write(text: string): Promise<void>;
  /** Writes what the person at the keyboard must know and a pipe must not. */
  complain(text: string): void;
  /** Milliseconds since 1970. */
  now: number;
}

/** Exit codes of the commands. */
export const exitCodes = {
  /** Nothing is wrong. */
  sound: 0,
  /** The data has at least one error. */
  errors: 1,
  /** The command line is wrong, or a file could not be read. */
  usage: 2,
} as const;

/** What stopped a command before it could do its work, in a sentence for the person at the keyboard. */
export class UsageError extends Error {}

/** Runs one command line and gives its exit code. */
export type Command = (words: readonly string[], io: CommandIo) => Promise<number>;

/** A command whose usage errors are told, and end it with the code that says so. */
export const tellingUsage =
  (command: Command): Command =>
  async (words, io) => {
    try {
      return await command(words, io);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.complain(`${error.message}\n`);
      return exitCodes.usage;
    }
  };

/** Text at a web address; rejects when it is not there within a minute, or answers anything but success. */
async function download(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) throw new Error(`réponse ${response.status}`);
  return response.text();
}

/** Runs a command of this package on the real files, console and clock, and ends the program with its exit code. */
export async function runCommand(command: Command): Promise<void> {
  const { argv, stdin, stdout, stderr } = process;
  // A reader that stops early, such as `head`, is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await command(argv.slice(2), {
    read: async (file) =>
      file === '-' ? text(stdin) : /^https?:\/\//.test(file) ? download(file) : readFile(file, 'utf8'),
    async write(part) {
      if (!stdout.write(part)) await once(stdout, 'drain');
    },
    complain: (part) => void stderr.write(part),
    now: Date.now(),
  });
}
