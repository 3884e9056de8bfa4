/** What the first gesture loads: the way to the server, and the receipt it brings back. */
export { receiptTemplate } from './receipt-templates.ts';
export { createSender } from './send-opinion.ts';
