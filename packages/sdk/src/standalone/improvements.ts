/** One file that holds all of `<spplus-improvements>`, with its languages: a single hash covers it. */
import { start } from '../start.ts';

if (typeof document !== 'undefined') {
  start(
    { 'spplus-improvements': () => import('@spplus/results-badge/define-improvements') },
    { url: import.meta.url, warnOfUnknown: false },
  );
}
