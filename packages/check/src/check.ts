/** The program `spplus-check`. */
import { checkCommand } from './check-command.ts';
import { runCommand } from './command-io.ts';

await runCommand(checkCommand);
