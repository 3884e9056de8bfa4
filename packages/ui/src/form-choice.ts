/** Choices among a few: radio buttons, check boxes, a list. */
import { html, nothing, type TemplateResult } from 'lit';
import { labelAndErrors, valueOf, type TextFieldOptions } from './form-field.ts';

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceGroupOptions {
  id: string;
  legend: string;
  optional?: string | undefined;
  hint?: string | undefined;
  choices: readonly Choice[];
  /** One answer or several. */
  type: 'radio' | 'checkbox';
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export const choiceGroup = ({
  id,
  legend,
  optional,
  hint,
  choices,
  type,
  chosen,
  onChange,
}: ChoiceGroupOptions): TemplateResult => {
  const change = ({ target }: Event) => {
    const { value, checked } = target as HTMLInputElement;
    const others = type === 'radio' ? [] : chosen.filter((one) => one !== value);
    onChange(checked ? [...others, value] : others);
  };
  return html`<fieldset id=${id} tabindex="-1" aria-describedby=${hint ? `${id}-hint` : nothing}>
    <legend>${legend}${optional ? html` <span class="optional">(${optional})</span>` : nothing}</legend>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <div class="choices">
      ${choices.map(
        ({ value, label }) =>
          html`<div class="choice">
            <input type=${type} id="${id}-${value}" name=${id} .value=${value} .checked=${chosen.includes(value)} @change=${change} />
            <label for="${id}-${value}">${label}</label>
          </div>`,
      )}
    </div>
  </fieldset>`;
};

/** A short list to choose from; the first entry is the empty one. */
export const selectField = ({
  choices,
  value,
  onInput,
  ...texts
}: Omit<TextFieldOptions, 'type'> & { choices: readonly Choice[] }): TemplateResult =>
  html`<div class="field">
    ${labelAndErrors(texts)}
    <select id=${texts.id} @change=${(event: Event) => onInput(valueOf(event))}>
      ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
    </select>
  </div>`;
