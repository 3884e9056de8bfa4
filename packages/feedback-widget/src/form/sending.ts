/** What the first gesture loads: the fields that follow it, the way to the server, and the receipt it brings back. */
export { copyText } from './copy-text.ts';
export { detailsStep } from './details-template.ts';
export { leftText } from './text-templates.ts';
export { receiptTemplate } from './receipt-templates.ts';
export { createSender } from './send-opinion.ts';
