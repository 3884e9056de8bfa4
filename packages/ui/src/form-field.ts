/** Form fields as template functions: label, hint, error and control share one shadow root, so that their ids resolve. */
import { html, nothing, type TemplateResult } from 'lit';

export interface FieldTexts {
  id: string;
  label: string;
  /** Shown after the label, e.g. « facultatif ». */
  optional?: string | undefined;
  hint?: string | undefined;
  /** What is wrong and what to do, when something is. */
  error?: string | undefined;
}

export interface TextFieldOptions extends FieldTexts {
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'email';
  maxLength?: number;
  autocomplete?: 'email' | 'off';
  /** Shown under the field: a count, what was found in it. */
  after?: unknown;
}

const describedBy = ({ id, hint, error }: FieldTexts): string | typeof nothing =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;

export const labelAndErrors = ({ id, label, optional, hint, error }: FieldTexts): TemplateResult => html`
  <label for=${id}>${label}${optional ? html` <span class="optional">(${optional})</span>` : nothing}</label>
  ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
`;

export const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** Free text is not spell-checked: browser extensions may send it elsewhere. Its direction follows what is typed. */
export const textField = ({
  type = 'text',
  autocomplete = 'off',
  maxLength,
  after,
  value,
  onInput,
  ...texts
}: TextFieldOptions): TemplateResult =>
  html`<div class="field">
    ${labelAndErrors(texts)}
    <input
      id=${texts.id}
      type=${type}
      dir=${type === 'text' ? 'auto' : nothing}
      autocomplete=${autocomplete}
      spellcheck="false"
      maxlength=${maxLength ?? nothing}
      aria-invalid=${texts.error ? 'true' : nothing}
      aria-describedby=${describedBy(texts)}
      .value=${value}
      @input=${(event: Event) => onInput(valueOf(event))}
    />
    ${after ?? nothing}
  </div>`;

export const textArea = ({ maxLength, after, value, onInput, ...texts }: TextFieldOptions): TemplateResult =>
  html`<div class="field">
    ${labelAndErrors(texts)}
    <textarea
      id=${texts.id}
      dir="auto"
      spellcheck="false"
      maxlength=${maxLength ?? nothing}
      aria-invalid=${texts.error ? 'true' : nothing}
      aria-describedby=${describedBy(texts)}
      .value=${value}
      @input=${(event: Event) => onInput(valueOf(event))}
    ></textarea>
    ${after ?? nothing}
  </div>`;
