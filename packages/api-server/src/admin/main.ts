/** The program `spplus-admin`. */
import { runAdmin } from './run-admin.ts';

const { stdin, stdout, stderr } = process;
// A reader that stops early, such as `head`, is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await runAdmin(process.argv.slice(2), process.env, { input: stdin, output: stdout, errors: stderr });
