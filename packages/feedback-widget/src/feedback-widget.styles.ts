import { css } from 'lit';

export const widgetStyles = css`
  :host([mode='button']) {
    display: inline-block;
  }
  .question {
    font-weight: 600;
  }
`;
