/**
 * What was sent and what is still to send, so that an opinion is stored exactly once, whatever the network does and even after
 * the page was reloaded. Plain data: it is kept with the draft.
 */
import type { Guard } from '@spplus/contract/feedback';
import type { Opinion } from '@spplus/contract/opinion';
import type { FeedbackReceipt, PromisedDates } from '@spplus/contract/receipt';

export interface Outbox {
  /** The creation: its content stays bound to its key until the server has acknowledged it. */
  creation?: { key: string; opinion: Opinion; guard: Guard };
  receipt?: FeedbackReceipt;
  /** Version of the opinion on the server, and its content, in JSON. */
  version?: number;
  saved?: string;
  /** The correction under way: repeated under the same key as long as its content is the same. */
  correction?: { key: string; content: string };
}

export type NextCall =
  | { type: 'create'; key: string; opinion: Opinion; guard: Guard }
  | { type: 'correct'; key: string; opinion: Opinion; version: number }
  | { type: 'none' };

/** What to ask of the server so that it holds `opinion`, and the outbox to keep before asking. */
export function nextCall(
  outbox: Outbox,
  opinion: Opinion,
  guard: Guard,
  newKey: () => string,
): { call: NextCall; outbox: Outbox } {
  const { creation, version, saved } = outbox;
  if (version === undefined) {
    const kept = creation ?? { key: newKey(), opinion, guard };
    return { call: { type: 'create', ...kept }, outbox: { ...outbox, creation: kept } };
  }
  const content = JSON.stringify(opinion);
  if (content === saved) return { call: { type: 'none' }, outbox };
  const correction = outbox.correction?.content === content ? outbox.correction : { key: newKey(), content };
  return { call: { type: 'correct', key: correction.key, opinion, version }, outbox: { ...outbox, correction } };
}

export const created = (outbox: Outbox, receipt: FeedbackReceipt): Outbox => ({
  receipt,
  version: receipt.version,
  saved: JSON.stringify(outbox.creation?.opinion),
});

/** Dates change with what was added: an e-mail, words to answer. */
export const corrected = (
  { reference, secret, receivedAt }: FeedbackReceipt,
  opinion: Opinion,
  promised: PromisedDates,
): Outbox => ({
  receipt: { reference, secret, receivedAt, ...promised },
  version: promised.version,
  saved: JSON.stringify(opinion),
});

/** Somebody, or another tab, changed it in between: the same content goes under a new key, after the version that stands. */
export const overtaken = (receipt: FeedbackReceipt, version: number): Outbox => ({ receipt, version });
