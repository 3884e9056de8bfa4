/** One file that holds all of `<spplus-contact-card>`, with its languages: a single hash covers it. */
import { start } from '../start.ts';

if (typeof document !== 'undefined') {
  start(
    { 'spplus-contact-card': () => import('@spplus/contact-card/define') },
    { url: import.meta.url, warnOfUnknown: false },
  );
}
