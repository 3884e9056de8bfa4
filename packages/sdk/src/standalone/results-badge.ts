/** One file that holds all of `<spplus-results-badge>`, with its languages: a single hash covers it. */
import { start } from '../start.ts';

if (typeof document !== 'undefined') {
  start(
    { 'spplus-results-badge': () => import('@spplus/results-badge/define') },
    { url: import.meta.url, warnOfUnknown: false },
  );
}
