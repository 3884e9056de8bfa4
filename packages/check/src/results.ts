/** The program `spplus-results`. */
import { runCommand } from './command-io.ts';
import { resultsCommand } from './results-command.ts';

await runCommand(resultsCommand);
