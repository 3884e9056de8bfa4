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
}

export const draftName = (service: string, mode: FeedbackMode, path: string): string => `spplus-draft:${service}:${mode}:${path}`;

export function readDraft(name: string): Draft | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Partial<Draft> | null;
    // An older version of the element may have kept fewer fields.
    return kept?.answers ? { answers: { ...noAnswers, ...kept.answers }, outbox: kept.outbox ?? {} } : undefined;
  } catch {
    return undefined;
  }
}

export function writeDraft(name: string, draft: Draft): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // The form goes on without a draft.
  }
}

export function eraseDraft(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // There was nothing to keep, so there is nothing to erase.
  }
}
