/**
 * What every element wears: the page's own type and colours, made safe from the page's other wishes.
 *
 * Each token falls back in this order: the page's `--spplus-*`, the DSFR's variable where the page has it, a sober default that
 * follows the page's colour scheme.
 */
import { css } from 'lit';

export const baseStyles = css`
  :host {
    --_accent: var(--spplus-accent, var(--background-action-high-blue-france, var(--_blue)));
    --_on-accent: var(--spplus-on-accent, var(--text-inverted-blue-france, var(--_paper)));
    --_radius: var(--spplus-radius, 0.3em);
    --_blue: #1b4f9c;
    --_paper: #fff;
    display: block;
    color: var(--spplus-text, var(--text-default-grey, inherit));
  }
  /* On the box, not on the host: a page's own « * » rules reach the host and would win there. */
  :host > div {
    font-style: normal;
    letter-spacing: normal;
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_blue: light-dark(#1b4f9c, #a9c4f8);
      --_paper: light-dark(#fff, #10203c);
    }
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  button {
    font: inherit;
    font-weight: 600;
    min-block-size: 2.75em;
    padding: 0.5em 1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_accent);
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
  }
  button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  p {
    margin-block: 0 0.75em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
  }
  .row > * {
    margin-block: 0;
  }
`;
