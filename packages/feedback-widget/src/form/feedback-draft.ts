/**
 * What was typed, kept in the tab only (sessionStorage) until the opinion is received or the person erases it. Storage may be
 * full or forbidden: then nothing is kept, and nothing fails.
 */
import type { FeedbackMode } from '../feedback-part.ts';
import { noAnswers, type Answers } from './answers.ts';
import type { Outbox } from './outbox.ts';

export interface Draft {
  answers: Answers;
  outbox: Outbox;
  /** Did words leave for the server, whatever became of its answer? */
  hasWords: boolean;
}

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

export const draftName = (service: string, mode: FeedbackMode, path: string): string =>
  `spplus-draft:${service}:${mode}:${path}`;

/** An older version of the element may have kept fewer fields. */
export const readDraft = (name: string): Draft | undefined =>
  attempt(() => {
    const { answers, outbox = {}, hasWords = false } = JSON.parse(sessionStorage.getItem(name) ?? '') as Partial<Draft>;
    return answers && { answers: { ...noAnswers, ...answers }, outbox, hasWords };
  });

export const writeDraft = (name: string, draft: Draft): void =>
  attempt(() => sessionStorage.setItem(name, JSON.stringify(draft)));

export const eraseDraft = (name: string): void => attempt(() => sessionStorage.removeItem(name));
