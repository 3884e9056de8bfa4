import { css } from 'lit';

export const panelStyles = css`
  [part='panel'] {
    margin-block-start: 1em;
    max-inline-size: 60em;
    overflow-wrap: anywhere;
  }
  .heading {
    margin-block: 0 0.5em;
    font-size: 1.25em;
    line-height: 1.25;
  }
  .views {
    margin-block-end: 1em;
  }
  [aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block-end: 0.5em;
    text-align: start;
    font-weight: 600;
  }
  th,
  td {
    padding: 0.75em 0.5em;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .result {
    font-size: 1.25em;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  td li,
  details {
    font-size: 0.9375em;
    font-weight: 400;
  }
  summary {
    min-block-size: 1.75em;
    color: var(--_accent);
    cursor: pointer;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: 1.5em;
  }
  .charts p {
    margin: 0;
  }
  svg {
    display: block;
    inline-size: 100%;
    overflow: visible;
  }
  .axis {
    stroke: var(--_line);
  }
  polyline,
  .bracket {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  polyline {
    stroke: var(--_accent);
  }
  circle,
  .bar {
    fill: var(--_accent);
  }
  .track {
    fill: var(--_line);
    opacity: 0.25;
  }
  .target {
    stroke: currentColor;
    stroke-width: 2;
    stroke-dasharray: 6 4;
  }
  .change {
    stroke: currentColor;
    stroke-dasharray: 2 3;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 1em;
  }
  a {
    color: var(--_accent);
  }
  @media (max-width: 40em) {
    table,
    caption,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    th,
    td {
      padding-block: 0.25em;
      border: 0;
    }
    tr {
      padding-block: 0.75em;
      border-block-end: 1px solid var(--_line);
    }
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      border-width: 3px;
    }
    circle,
    .bar {
      fill: CanvasText;
    }
    polyline {
      stroke: CanvasText;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;
