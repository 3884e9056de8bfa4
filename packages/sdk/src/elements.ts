/** The elements a page may use, by tag. A new element is one entry here. */

/** Brings the code that registers one tag; what stands on the page says what else will be needed at once. */
export type ElementLoader = (found: Element) => Promise<unknown>;

/** Asked for together with what needs it, so that files do not wait for one another. A failure is told by who needs it. */
const ahead = (file: Promise<unknown>): void => void file.catch(() => {});

export const elements: Readonly<Record<string, ElementLoader>> = {
  'spplus-feedback-widget': (found) => {
    // A form that stands in the page is not waited for by a gesture.
    if (!found.matches('[mode=button],[mode=page]')) ahead(import('@spplus/feedback-widget/opened-widget'));
    return import('@spplus/feedback-widget/define');
  },
  'spplus-contact-card': (found) => {
    // Whoever names a layout most often wants a small one.
    if (!found.matches('[layout]')) ahead(import('@spplus/contact-card/full-card'));
    return import('@spplus/contact-card/define');
  },
  'spplus-results-badge': () => import('@spplus/results-badge/define'),
  'spplus-improvements': () => import('@spplus/results-badge/define-improvements'),
};
