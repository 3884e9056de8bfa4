import { css } from 'lit';

export const improvementsStyles = css`
  :host {
    --_line: var(--spplus-line, var(--border-plain-grey, #6a6a72));
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_line: var(--spplus-line, var(--border-plain-grey, light-dark(#6a6a72, #a2a2ac)));
    }
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
    max-inline-size: 44em;
    overflow-wrap: anywhere;
  }
  li {
    padding-block: 1em;
    border-block-start: 1px solid var(--_line);
  }
  .heading {
    margin-block: 0 0.5em;
    font-size: 1.25em;
  }
  .asked {
    margin-block: 0 0.25em;
    font-size: 1.0625em;
  }
  li p {
    margin-block: 0 0.25em;
  }
  .from {
    font-size: 0.875em;
  }
  .status {
    padding: 0.1em 0.5em;
    border: 1px solid currentColor;
    border-radius: var(--_radius);
  }
  .done {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  select {
    font: inherit;
    min-block-size: 2.75em;
    max-inline-size: 100%;
    color: inherit;
    background: Canvas;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  label {
    display: inline-grid;
  }
  a {
    color: var(--_accent);
  }
`;
