/**
 * The seam between the element and its parts. The closed element is all a page pays for at first; each part (the form, the
 * follow-up of an opinion already sent) is a chunk of its own that is loaded when a person asks for it.
 */
import type { TemplateResult } from 'lit';
import type { Answers, Setting } from './form/answers.ts';
import type { Outbox } from './form/outbox.ts';

/** A receipt held in memory: what opens an opinion again. */
export interface HeldReceipt {
  reference: string;
  secret: string;
}

/** An opinion already sent, to be corrected. */
export interface Correction {
  answers: Answers;
  outbox: Outbox;
  /** The way of asking that holds all that was said, whatever this widget usually asks. */
  mode: FeedbackMode;
  /** What was settled where the opinion was given: it wins over this page. */
  setting: Partial<Setting>;
}

/** How the form begins. */
export interface FormStart {
  /** « Cette page vous a-t-elle été utile ? », answered in the closed element. */
  useful?: boolean;
  correction?: Correction;
}

/** What a part may ask of the element around it. */
export interface FeedbackHost {
  readonly element: HTMLElement & { readonly locale: string };
  /** Root of the API, without a trailing slash. */
  readonly api: string;
  readonly service: string;
  readonly mode: FeedbackMode;
  /** Level of the part's own heading, 2 to 6. */
  readonly headingLevel: number;
  /** Nearest value of an attribute or loader setting, e.g. `questions`, `scale`, `procedure`. */
  setting(name: string): string | undefined;
  /** Draws again after the part's state changed. */
  refresh(): Promise<unknown>;
  /** Where the part is drawn. */
  readonly root: ParentNode;
  /** Says a sentence through the polite live region, inside the open dialog if there is one. */
  announce(sentence: string): void;
  /** Runs a function whose `msg()` calls answer in the element's language. */
  localized<T>(work: () => T): T;
  /** Goes to the form, empty or to correct an opinion already sent. */
  showForm(correction?: Correction): void;
  /** Goes to the follow-up, with a receipt or asking for one. */
  showFollowUp(receipt?: HeldReceipt): void;
  /** Closes the dialog, or goes back to the first state in place. */
  close(): void;
  /** Dispatches an event of feedback-events.ts from the element. */
  emit(event: Event): void;
}

export interface FeedbackPart {
  /** Called inside the element's `render()`: `msg()` answers in the element's language. */
  render(): TemplateResult;
  /** Moves focus to where the person should go on, once drawn. */
  focus(): void;
  /** Is there something typed that closing would lose? */
  readonly dirty: boolean;
  /** Stops timers and requests. */
  dispose(): void;
}

export const feedbackModes = ['inline', 'button', 'page', 'experience'] as const;
export type FeedbackMode = (typeof feedbackModes)[number];
