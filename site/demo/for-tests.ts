/** The demonstration as a child process of the tests: same code as npm start, free ports, a data folder of its own. */
import { startDemo } from './demo.ts';
import { askForProof } from './seed.ts';

/** What a test may ask; each is answered by a message of the same name. */
export type DemoCommand = 'kill-api' | 'restart-api' | 'ask-for-proof' | 'stop';

const [data = '', pagesCall = ''] = process.argv.slice(2);
const tell = (message: unknown) => process.send?.(message);

const demo = await startDemo({
  data,
  sitePort: 0,
  apiPort: Number(process.env['E2E_API_PORT'] ?? 0),
  ...(pagesCall && { apiSeenByPages: pagesCall }),
  databaseUrl: undefined,
  say: (line) => tell({ name: 'progress', line }),
});

async function obey(command: DemoCommand): Promise<void> {
  if (command === 'kill-api') await demo.killApi();
  if (command === 'restart-api') await demo.restartApi();
  if (command === 'ask-for-proof') await askForProof(data, demo.site);
  if (command === 'stop') await demo.stop();
  tell({ name: command });
  if (command === 'stop') process.exit(0);
}

process.on('message', (command: DemoCommand) => {
  obey(command).catch((error: unknown) => tell({ name: 'fault', message: String(error) }));
});
process.on('disconnect', () => void demo.stop().then(() => process.exit(0)));
tell({ name: 'ready', site: demo.site, api: demo.api, token: demo.token });
