/** The elements a page may use, by tag. A new element is one line here. */

/** Brings the code that registers one tag. */
export type ElementLoader = () => Promise<unknown>;

export const elements: Readonly<Record<string, ElementLoader>> = {
  'spplus-feedback-widget': () => import('@spplus/feedback-widget/define'),
};
