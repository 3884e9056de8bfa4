import { css } from 'lit';

export const badgeStyles = css`
  :host {
    --_line: var(--spplus-line, var(--border-plain-grey, var(--_grey)));
    --_good: var(--spplus-success, var(--text-default-success, var(--_green)));
    --_bad: var(--spplus-warning, var(--text-default-warning, var(--_amber)));
    --_grey: #6a6a72;
    --_green: #18753c;
    --_amber: #8a4600;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_grey: light-dark(#6a6a72, #a2a2ac);
      --_green: light-dark(#18753c, #86d8a5);
      --_amber: light-dark(#8a4600, #f0b060);
    }
  }
  [part='badge'] {
    max-inline-size: 24em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  [part='badge'] > p {
    margin: 0;
  }
  .structure,
  .detail,
  .stale,
  .range {
    font-size: 0.875em;
  }
  .label {
    font-weight: 600;
  }
  .figure strong {
    font-size: 2em;
    line-height: 1.25;
  }
  .better {
    color: var(--_good);
  }
  .worse {
    color: var(--_bad);
  }
  .toggle {
    margin-block-start: 0.75em;
  }
`;
