/** The parts a card is made of. */
import { heading } from '@spplus/ui/heading';
import { html, nothing, type TemplateResult } from 'lit';

export type Part = TemplateResult | typeof nothing;

/** Content where there is something to say. */
export const given = <T>(value: T | undefined, draw: (value: T) => TemplateResult): Part =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? nothing : draw(value);

/** A titled part of the card; nothing where none of its content is known. */
export const section = (title: string, { headingLevel }: { headingLevel: number }, content: readonly Part[]): Part =>
  content.every((one) => one === nothing)
    ? nothing
    : html`<section>
        ${heading({ level: headingLevel + 1, text: title, className: 'subheading' })}${content}
      </section>`;

/** Text that a person wrote, in whatever direction it runs. */
export const words = (text: string): TemplateResult => html`<span dir="auto">${text}</span>`;

/** A line with its name in front. */
export const line = (name: string, content: unknown): TemplateResult =>
  html`<p><strong>${name}</strong> ${content}</p>`;

/** What the lines under it are for, in the words of the office. */
export const named = (name: string | undefined): Part =>
  given(name, (text) => html`<strong class="named" dir="auto">${text}</strong>`);
