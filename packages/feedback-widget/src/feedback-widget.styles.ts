import { css } from 'lit';

export const widgetStyles = css`
  :host([mode='button']:not([hidden])) {
    display: inline-block;
  }
  .question {
    font-weight: 600;
  }
`;
