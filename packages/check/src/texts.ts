/** The program `spplus-texts`. */
import { runCommand } from './command-io.ts';
import { textsCommand } from './texts-command.ts';

await runCommand(textsCommand);
