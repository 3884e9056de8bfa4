/**
 * The demonstration in a terminal: progress, addresses, Ctrl+C. Options: `--fresh` starts again from the first day.
 * Variables: PORT (site, 4400), API_PORT (4410), DEMO_DATABASE_URL (a PostgreSQL instead of the embedded one).
 */
import { join } from 'node:path';
import { AlreadyRunning } from '../site/demo/lock.ts';
import { repositoryRoot, startDemo, type Demo } from '../site/demo/demo.ts';

const began = Date.now();
const sitePort = Number(process.env['PORT'] || 4400);
const apiPort = Number(process.env['API_PORT'] || 4410);

let demo: Demo | undefined;
const wish = { stop: false };

async function stop(): Promise<void> {
  if (wish.stop) return;
  wish.stop = true;
  console.log('\nStopping…');
  if (!demo) return;
  await demo.stop();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
process.on('disconnect', () => void stop());

function report({ site, api }: Demo): void {
  const taken = (wanted: number, address: string) =>
    wanted !== 0 && !address.endsWith(`:${wanted}`) ? `  (port ${wanted} was taken)` : '';
  console.log(`
  Valmont-sur-Seille    ${site}/${taken(sitePort, site)}
  Agents' corner        ${site}/agents/
  Install the modules   ${site}/installer/
  API                   ${api}/openapi.json${taken(apiPort, api)}

  Ready in ${((Date.now() - began) / 1000).toFixed(1)} s. Press Ctrl+C to stop; npm start -- --fresh forgets what was added.
`);
}

try {
  demo = await startDemo({
    data: join(repositoryRoot, '.data'),
    sitePort,
    apiPort,
    databaseUrl: process.env['DEMO_DATABASE_URL'],
    fresh: process.argv.includes('--fresh'),
    say: (line) => console.log(`  ${line}`),
  });
  // Asked to stop while it was starting: there was nothing to stop then.
  if (wish.stop) {
    await demo.stop();
    process.exit(0);
  }
  report(demo);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof AlreadyRunning && error.site ? 0 : 1);
}
