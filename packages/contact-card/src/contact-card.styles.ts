import { css } from 'lit';

/** The status line and the compact card. What only the full card needs comes with it. */
export const cardStyles = css`
  :host {
    --_open: var(--spplus-open, var(--text-default-success, var(--_green)));
    --_warn: var(--spplus-warning, var(--text-default-warning, var(--_amber)));
    --_green: #18753c;
    --_amber: #8a4600;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_green: light-dark(#18753c, #86d8a5);
      --_amber: light-dark(#8a4600, #f0b060);
    }
  }
  .name {
    margin-block: 0 0.25em;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
  }
  .status {
    margin-block: 0 0.5em;
    font-weight: 600;
  }
  .status::before {
    content: '';
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.7em;
    margin-inline-end: 0.5em;
    border: 0.15em solid currentColor;
    border-radius: 50%;
  }
  .open {
    color: var(--_open);
  }
  .soon,
  .conditional,
  .appointment {
    color: var(--_warn);
  }
  .open::before,
  .soon::before {
    background: currentColor;
    forced-color-adjust: none;
  }
  .detail {
    display: block;
    font-weight: 400;
    color: var(--spplus-text, var(--text-default-grey, CanvasText));
  }
  a {
    color: var(--_accent);
  }
`;
