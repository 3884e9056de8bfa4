/** Colours of what is more than a button: lines, notes, fields, errors and confirmations. They fall back as base-styles do. */
import { css } from 'lit';

export const surfaceStyles = css`
  :host {
    --_line: var(--spplus-line, var(--border-plain-grey, var(--_grey)));
    --_error: var(--spplus-error, var(--text-default-error, var(--_red)));
    --_success: var(--spplus-success, var(--text-default-success, var(--_green)));
    --_soft: var(--spplus-soft, var(--background-alt-grey, var(--_veil)));
    --_surface: var(--spplus-surface, var(--background-default-grey, Canvas));
    --_grey: #6a6a72;
    --_red: #b3261e;
    --_green: #18753c;
    --_veil: #f4f5f8;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_grey: light-dark(#6a6a72, #a2a2ac);
      --_red: light-dark(#b3261e, #ffb0a8);
      --_green: light-dark(#18753c, #86d8a5);
      --_veil: light-dark(#f4f5f8, #26262c);
    }
  }
`;
