import { css } from 'lit';

/** Sections, tables and the week picture of a full card. */
export const fullCardStyles = css`
  /* The few colours of surface-styles that a card needs: the whole of it comes with forms. */
  :host {
    --_line: var(--spplus-line, var(--border-plain-grey, var(--_grey)));
    --_soft: var(--spplus-soft, var(--background-alt-grey, var(--_veil)));
    --_grey: #6a6a72;
    --_veil: #f4f5f8;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_grey: light-dark(#6a6a72, #a2a2ac);
      --_veil: light-dark(#f4f5f8, #26262c);
    }
  }
  [part='card'] {
    max-inline-size: 60em;
    overflow-wrap: anywhere;
  }
  .subheading {
    margin: 0 0 0.5em;
    font-size: 1.0625em;
    font-weight: 700;
  }
  .sections {
    columns: 19em;
    column-gap: 2.5em;
  }
  section {
    break-inside: avoid;
    margin-block-end: 1.5em;
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.75em;
  }
  [dir='auto'] {
    text-align: match-parent;
  }
  table {
    inline-size: 100%;
    margin-block-end: 0.75em;
    border-collapse: collapse;
  }
  caption {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  th,
  td {
    padding: 0.3em 0.5em;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  th {
    white-space: nowrap;
  }
  th em {
    display: block;
    font-style: normal;
    font-size: 0.875em;
  }
  .today {
    background: var(--_soft);
  }
  .today > * {
    font-weight: 600;
  }
  .named,
  .remark {
    display: block;
  }
  .remark,
  .row span {
    font-size: 0.9375em;
    font-weight: 400;
  }
  td svg {
    display: block;
    inline-size: 100%;
    block-size: 0.625em;
    margin-block-start: 0.25em;
  }
  .track {
    fill: var(--_line);
    opacity: 0.25;
  }
  .noon {
    fill: var(--_line);
  }
  svg .open {
    fill: var(--_open);
  }
  .appointment,
  .conditional {
    fill: var(--_warn);
  }
  .busy {
    fill: var(--_warn);
  }
  .quiet {
    fill: var(--_accent);
  }
  ul {
    margin-block: 0 0.75em;
    padding-inline-start: 1.25em;
  }
  ul.plain,
  ul.places {
    padding: 0;
    list-style: none;
  }
  ul.plain li {
    margin-block-end: 0.5em;
  }
  ul.places > li {
    padding-block: 1em;
    border-block-end: 1px solid var(--_line);
  }
  address {
    margin-block-end: 0.5em;
    font-style: normal;
  }
  footer {
    margin-block-start: 1.25em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
    font-size: 0.9375em;
  }
  section a,
  footer a {
    display: inline-block;
    min-block-size: 1.5em;
  }
  @media (forced-colors: active) {
    svg rect {
      fill: CanvasText;
    }
  }
  @media print {
    button,
    .row {
      display: none;
    }
    .sections {
      columns: 1;
    }
  }
`;
