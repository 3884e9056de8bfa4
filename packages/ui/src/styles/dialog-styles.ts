/** A modal dialog. Printed, it stands alone on its sheet: the page behind it is no part of a receipt. */
import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    inline-size: min(46em, 100% - 1em);
    max-block-size: calc(100% - 1em);
    padding: 1.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--spplus-text, var(--text-default-grey, CanvasText));
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }
  .close {
    display: block;
    margin-inline-start: auto;
  }
  @media print {
    dialog {
      position: absolute;
      inset-block-end: auto;
      inline-size: 100%;
      max-block-size: none;
    }
    dialog::backdrop {
      background: #fff;
    }
  }
`;
