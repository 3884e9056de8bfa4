/** What a person may do in the form; each gesture becomes one intention. */
import type { Question } from '@spplus/contract/opinion';
import type { Finding } from '@spplus/domain/personal-data';
import type { Answers, Setting, TextName } from './answers.ts';
import type { Step } from './feedback-form.ts';

export interface FormGestures {
  onRate(question: Question, value: number): void;
  onAnswer(change: Partial<Omit<Answers, 'ratings'>>): void;
  /** Masks these findings of a field. */
  onMask(field: TextName, findings: readonly Finding[]): void;
  onUnmask(): void;
  onContinue(): void;
  onBack(): void;
  /** Goes back to a field from the check. */
  onRevise(step: Step, field: string): void;
  onConfirm(): void;
  onRetry(): void;
  onEraseDraft(): void;
  onFollow(): void;
  onCopy(what: 'receipt' | 'link', text: string): void;
  onPrint(): void;
  onLeave(): void;
  /** A field people do not see was filled. */
  onTrap(value: string): void;
}

/** What drawing needs besides the state. */
export interface FormContext {
  /** The fields after the first question, once the first gesture has loaded them. */
  sent: typeof import('./sending.ts') | undefined;
  /** Steps and check of a longer opinion, once loaded. */
  later: typeof import('./later.ts') | undefined;
  /** The detector of personal data and what it shows, once loaded. */
  panel: typeof import('./personal-data-panel.ts') | undefined;
  mode: import('../feedback-part.ts').FeedbackMode;
  setting: Setting;
  locale: string;
  headingLevel: number;
  gestures: FormGestures;
}
