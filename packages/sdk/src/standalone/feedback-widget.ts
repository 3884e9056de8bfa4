/** One file that holds all of `<spplus-feedback-widget>`, with its languages: a single hash covers it. */
import { start } from '../start.ts';

if (typeof document !== 'undefined') {
  start(
    { 'spplus-feedback-widget': () => import('@spplus/feedback-widget/define') },
    { url: import.meta.url, warnOfUnknown: false },
  );
}
