/** Forms, summaries and receipts. Loaded with the part that shows one. */
import { css } from 'lit';

export const formStyles = css`
  [part='panel'] {
    max-inline-size: 42em;
    overflow-wrap: anywhere;
  }
  .heading {
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.25;
    margin: 0 0 0.5em;
  }
  .subheading,
  legend,
  label,
  dt {
    font-weight: 600;
  }
  .subheading {
    font-size: 1em;
    margin: 1.5em 0 0.5em;
  }
  .choice label,
  .optional {
    font-weight: 400;
  }
  fieldset,
  .field {
    border: 0;
    margin: 0 0 1.5em;
    padding: 0;
    min-inline-size: 0;
  }
  legend,
  .field > label {
    display: block;
    padding: 0;
    margin-block-end: 0.375em;
  }
  .hint,
  .optional,
  .small {
    font-size: 0.875em;
  }
  .hint {
    margin-block: 0 0.5em;
  }
  input:not([type='radio'], [type='checkbox']),
  textarea,
  select {
    display: block;
    inline-size: 100%;
    font: inherit;
    color: inherit;
    background: var(--_surface);
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  textarea {
    min-block-size: 7em;
  }
  :is(input, textarea)[aria-invalid='true'] {
    border: 2px solid var(--_error);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }
  .choice {
    display: flex;
    align-items: center;
    min-block-size: 2.75em;
    gap: 0.5em;
  }
  .choice input {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }
  .ratings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: 0.5em;
  }
  .ratings.marks {
    grid-template-columns: repeat(auto-fit, minmax(3em, 1fr));
  }
  .ratings button {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 0.25em;
    padding: 0.75em 0.5em;
    border-color: var(--_line);
    color: inherit;
    font-weight: 500;
    line-height: 1.25;
  }
  .ratings svg {
    inline-size: 2em;
    block-size: 2em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  [aria-pressed='true'],
  .ratings [aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
    font-weight: 700;
  }
  .note,
  .error-summary {
    margin: 0 0 1.5em;
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .error-summary > :first-child {
    margin-block-start: 0;
  }
  .note > :last-child,
  .error-summary > :last-child {
    margin-block-end: 0;
  }
  .note.good {
    border-color: var(--_success);
  }
  .error-summary,
  .note.bad {
    border-color: var(--_error);
  }
  .error {
    color: var(--_error);
    font-weight: 600;
    margin-block: 0 0.375em;
  }
  ul {
    margin: 0 0 1em;
    padding-inline-start: 1.25em;
  }
  .optional {
    margin-inline-start: 0.35em;
  }
  a {
    display: inline-block;
    padding-block: 0.125em;
    color: var(--_accent);
  }
  li a {
    display: block;
  }
  .plain {
    border: 0;
    padding-inline: 0.25em;
    font-weight: 500;
    text-decoration: underline;
  }
  .small {
    min-block-size: 2em;
    padding: 0.125em 0.5em;
  }
  .findings {
    list-style: none;
    padding: 0;
    display: grid;
    gap: 0.5em;
  }
  dl {
    margin: 0 0 1.5em;
  }
  dl > div {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  dd {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: 1em;
    margin: 0;
    white-space: pre-line;
  }
  dd button {
    white-space: normal;
  }
  .code {
    display: block;
    font: 600 1.25em/1.4 ui-monospace, monospace;
    letter-spacing: 0.04em;
  }
  .trap {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .follow-strong {
    font-weight: 700;
  }
  .follow-words {
    white-space: pre-line;
    margin-inline: 0;
  }
  [aria-disabled='true'] {
    cursor: progress;
  }
  .print-only {
    display: none;
  }
  @media (forced-colors: active) {
    [aria-pressed='true'],
    .ratings [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
  @media print {
    button,
    .no-print {
      display: none;
    }
    .print-only {
      display: block;
    }
  }
`;
