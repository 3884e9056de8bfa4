/** A button that does something and then says, beside itself and aloud, how it went. */
import { html, type TemplateResult } from 'lit';
import type { CardOptions } from './card-options.ts';

export interface Gesture {
  label: string;
  done: string;
  failed: string;
  /** False where the page has dealt with it, and nothing is left to say. */
  work: (button: HTMLElement) => Promise<boolean>;
}

export function gestureButton({ label, done, failed, work }: Gesture, { announce }: CardOptions): TemplateResult {
  const run = async (button: HTMLElement) => {
    const outcome = await work(button).then(
      (isOurs) => (isOurs ? done : ''),
      () => failed,
    );
    button.nextElementSibling?.replaceChildren(outcome);
    if (outcome) announce(outcome);
  };
  return html`<button type="button" @click=${({ currentTarget }: Event) => void run(currentTarget as HTMLElement)}>${label}</button><span></span>`;
}
