/** What the element tells the page. Never a word that a person typed, never a reference or a secret. */
import type { FeedbackMode } from './feedback-part.ts';

const outward = { bubbles: true, composed: true };

/** The form or the follow-up was opened. */
export class FeedbackOpenEvent extends Event {
  constructor() {
    super('spplus-feedback-open', outward);
  }
}

/** The dialog was closed. */
export class FeedbackCloseEvent extends Event {
  constructor() {
    super('spplus-feedback-close', outward);
  }
}

/** The server acknowledged an opinion: the first gesture, then the whole of it. */
export class FeedbackSentEvent extends Event {
  readonly mode: FeedbackMode;
  /** Did the person go to the end, or is it the first gesture? */
  readonly completed: boolean;
  constructor(mode: FeedbackMode, completed: boolean) {
    super('spplus-feedback-sent', outward);
    this.mode = mode;
    this.completed = completed;
  }
}

/** The person took the opinion back. */
export class FeedbackWithdrawnEvent extends Event {
  constructor() {
    super('spplus-feedback-withdrawn', outward);
  }
}

/** A call failed; the person was told what to do. */
export class FeedbackErrorEvent extends Event {
  /** `offline`, `timeout`, `refused`, `busy`, `server` or `invalid-answer`. */
  readonly kind: string;
  constructor(kind: string) {
    super('spplus-feedback-error', outward);
    this.kind = kind;
  }
}

declare global {
  interface HTMLElementEventMap {
    'spplus-feedback-open': FeedbackOpenEvent;
    'spplus-feedback-close': FeedbackCloseEvent;
    'spplus-feedback-sent': FeedbackSentEvent;
    'spplus-feedback-withdrawn': FeedbackWithdrawnEvent;
    'spplus-feedback-error': FeedbackErrorEvent;
  }
}
