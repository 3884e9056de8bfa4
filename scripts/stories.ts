/**
 * Every story: in Chromium with axe, in several settings of the page; and on a bare page under a strict content security
 * policy with Trusted Types, in the three engines. BROWSERS=firefox runs the second part in one engine.
 */
import { wantedEngines } from './browsers/find-browsers.ts';
import { buildBarePage, storiesUnderPolicy } from './stories/under-csp.ts';
import { buildStorybook, storiesWithAxe } from './stories/with-axe.ts';
import type { StoryOutcome } from '../stories/csp.ts';
import type { PageSetting } from '../stories/page-setting.ts';

const settings: readonly PageSetting[] = [
  { theme: 'neutral', locale: 'fr', dir: 'ltr' },
  { theme: 'neutral-dark', locale: 'en', dir: 'ltr' },
  { theme: 'dsfr-light', locale: 'fr', dir: 'ltr' },
  { theme: 'dsfr-dark', locale: 'fr', dir: 'ltr' },
  { theme: 'town', locale: 'ar', dir: 'rtl' },
];

let passed = 0;
let failed = 0;
function report(where: string, outcomes: readonly StoryOutcome[]): void {
  const bad = outcomes.filter(({ faults }) => faults.length > 0);
  passed += outcomes.length - bad.length;
  failed += bad.length;
  console.log(`${where}: ${outcomes.length - bad.length} of ${outcomes.length} stories are sound`);
  for (const { story, faults } of bad) for (const fault of faults) console.error(`  ${story}: ${fault}`);
}

await buildStorybook();
for (const [setting, outcomes] of await storiesWithAxe(settings)) report(`axe, ${setting}`, outcomes);

await buildBarePage();
for (const engine of wantedEngines()) report(`strict policy, ${engine}`, await storiesUnderPolicy(engine));

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
