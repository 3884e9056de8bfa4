/** Headings whose level the page sets. */
import { html, type TemplateResult } from 'lit';

export interface HeadingOptions {
  level: number;
  text: string;
  id?: string;
  className?: string;
}

/** `<h2>` to `<h6>`; focus may be sent to it. A dynamic tag name would need unsafe markup, so each level is written out. */
export function heading({ level, text, id = '', className = 'heading' }: HeadingOptions): TemplateResult {
  switch (Math.min(6, Math.max(2, level))) {
    case 2:
      return html`<h2 id=${id} class=${className} tabindex="-1">${text}</h2>`;
    case 3:
      return html`<h3 id=${id} class=${className} tabindex="-1">${text}</h3>`;
    case 4:
      return html`<h4 id=${id} class=${className} tabindex="-1">${text}</h4>`;
    case 5:
      return html`<h5 id=${id} class=${className} tabindex="-1">${text}</h5>`;
    default:
      return html`<h6 id=${id} class=${className} tabindex="-1">${text}</h6>`;
  }
}
