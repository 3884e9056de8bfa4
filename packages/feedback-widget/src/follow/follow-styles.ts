/** What the follow-up adds to the shared styles of forms. */
import { css } from 'lit';
import { formStyles } from '@spplus/ui/styles/form-styles';

export const followStyles = css`
  ${formStyles}
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
`;
