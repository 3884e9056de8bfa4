/** Looks for personal data in what is typed, after a pause, and masks it where the person asks. */
import type { Finding } from '@spplus/domain/personal-data';
import type { FeedbackHost } from '../feedback-part.ts';
import { textNames, type Answers, type TextName } from './answers.ts';
import type { Intention, State } from './feedback-form.ts';

/** Milliseconds without typing before a text is searched. */
export const typingPause = 400;

/** What the search needs of the form. */
export interface Searched {
  host: FeedbackHost;
  state: () => State;
  act: (intention: Intention) => void;
  /** Runs work after a pause in milliseconds; the same task asked again starts over. */
  after: (task: string, pause: number, work: () => void) => void;
  focusOn: (id: string) => Promise<void>;
}

export type Panel = typeof import('./personal-data-panel.ts');

export function createTextSearch({ host, state, act, after, focusOn }: Searched) {
  let panel: Panel | undefined;
  /** Texts that changed since they were searched. */
  const unread = new Set<TextName>();
  const typed = (field: TextName): string => {
    const current = state();
    return current.view === 'receipt' ? '' : current.answers[field];
  };
  const found = (field: TextName): boolean => {
    const current = state();
    return current.view !== 'receipt' && (current.findings[field]?.length ?? 0) > 0;
  };

  async function search(field: TextName): Promise<void> {
    if (!panel) panel = await import('./personal-data-panel.ts').catch(() => undefined);
    unread.delete(field);
    if (panel) act({ type: 'searched', field, findings: panel.findPersonalData(typed(field)) });
  }

  return {
    /** What it shows, once loaded. */
    panel: () => panel,
    search,
    /** After a change of the answers. */
    noteChange(change: Partial<Answers>): void {
      for (const field of textNames) {
        if (!(field in change)) continue;
        unread.add(field);
        // What is shown as found follows each letter: a text that moved must not be masked in the wrong place.
        if (panel && found(field)) void search(field);
        else after(field, typingPause, () => void search(field));
      }
    },
    /** Searches what was typed just now: somebody who goes on at once is told too. Gives the first field where something was found. */
    async searchRest(): Promise<TextName | undefined> {
      const fields = [...unread];
      for (const field of fields) await search(field);
      return fields.find(found);
    },
    async mask(field: TextName, findings: readonly Finding[]): Promise<void> {
      if (!panel) return;
      const { maskFindings, findingText } = panel;
      const text = host.localized(() => maskFindings(typed(field), findings, findingText));
      act({ type: 'masked', field, text });
      await search(field);
      await focusOn(field);
    },
  };
}
