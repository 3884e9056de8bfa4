/**
 * Telephone numbers of France and its overseas territories as people write them (Arcep numbering plan, decision 2018-0881).
 * Short numbers (3939) are a service's, not a person's, and are left alone.
 */
const gap = '[\\s.\\-]?';
const pairs = (count: number) => `(?:${gap}\\d{2}){${count}}`;
const national = `0[1-9]${pairs(4)}`;
const abroad = `(?:\\+|00)${gap}(?:33|262|508|590|594|596)${gap}(?:\\(0\\)${gap})?[1-9]${pairs(4)}`;
/** New Caledonia, French Polynesia, Wallis and Futuna, Mayotte's former code: six or more digits after the code. */
const islands = `(?:\\+|00)${gap}(?:269|687|689|681)(?:${gap}\\d{2}){3,4}`;

export const phonePattern = new RegExp(`(?<![\\d.,/-])(?:${abroad}|${islands}|${national})(?![\\d]|[.,/-]\\d)`, 'g');
