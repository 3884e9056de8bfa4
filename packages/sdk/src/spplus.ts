/** What a site embeds: `<script type="module" src="…/spplus.js" data-api="…" data-service="…">`. Free of Lit. */
import { elements } from './elements.ts';
import { start } from './start.ts';

// On a server there is no page to look at: importing this there does nothing.
if (typeof document !== 'undefined') start(elements, { url: import.meta.url, warnOfUnknown: true });
