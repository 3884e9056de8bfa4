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
  type?: 'text' | 'email' | 'month';
  maxLength?: number;
  autocomplete?: 'email' | 'off';
  /** Shown under the field: a count, what was found in it. */
  after?: unknown;
}

const describedBy = ({ id, hint, error }: FieldTexts): string | typeof nothing =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;

const above = ({ id, label, optional, hint, error }: FieldTexts): TemplateResult => html`
  <label for=${id}>${label}${optional ? html` <span class="optional">(${optional})</span>` : nothing}</label>
  ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
`;

const read = (event: Event): string => (event.target as HTMLInputElement).value;

/** Free text is not spell-checked: browser extensions may send it elsewhere. Its direction follows what is typed. */
export const textField = ({ type = 'text', autocomplete = 'off', maxLength, after, value, onInput, ...texts }: TextFieldOptions): TemplateResult =>
  html`<div class="field">
    ${above(texts)}
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
      @input=${(event: Event) => onInput(read(event))}
    />
    ${after ?? nothing}
  </div>`;

export const textArea = ({ maxLength, after, value, onInput, ...texts }: TextFieldOptions): TemplateResult =>
  html`<div class="field">
    ${above(texts)}
    <textarea
      id=${texts.id}
      dir="auto"
      spellcheck="false"
      maxlength=${maxLength ?? nothing}
      aria-invalid=${texts.error ? 'true' : nothing}
      aria-describedby=${describedBy(texts)}
      .value=${value}
      @input=${(event: Event) => onInput(read(event))}
    ></textarea>
    ${after ?? nothing}
  </div>`;

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceGroupOptions {
  id: string;
  legend: string;
  optional?: string | undefined;
  choices: readonly Choice[];
  /** One answer or several. */
  type: 'radio' | 'checkbox';
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export const choiceGroup = ({ id, legend, optional, choices, type, chosen, onChange }: ChoiceGroupOptions): TemplateResult => {
  const change = ({ target }: Event) => {
    const { value, checked } = target as HTMLInputElement;
    const others = type === 'radio' ? [] : chosen.filter((one) => one !== value);
    onChange(checked ? [...others, value] : others);
  };
  return html`<fieldset id=${id} tabindex="-1">
    <legend>${legend}${optional ? html` <span class="optional">(${optional})</span>` : nothing}</legend>
    <div class="choices">
      ${choices.map(
        ({ value, label }) =>
          html`<div class="choice">
            <input type=${type} id="${id}-${value}" name=${id} value=${value} .checked=${chosen.includes(value)} @change=${change} />
            <label for="${id}-${value}">${label}</label>
          </div>`,
      )}
    </div>
  </fieldset>`;
};

/** A short list to choose from; the first entry is the empty one. */
export const selectField = ({ choices, value, onInput, ...texts }: Omit<TextFieldOptions, 'type'> & { choices: readonly Choice[] }): TemplateResult =>
  html`<div class="field">
    ${above(texts)}
    <select id=${texts.id} @change=${(event: Event) => onInput(read(event))}>
      ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
    </select>
  </div>`;
