/** Free text, with its count and what was found in it. */
import { textArea, textField } from '@spplus/ui/form-field';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { textLimits, type TextName } from './answers.ts';
import type { Asking } from './feedback-form.ts';
import type { FormContext } from './form-gestures.ts';

/** How near the end a count begins to be useful, in characters. */
const nearEnd = 200;

export const leftText = (left: number): string => msg(str`Caractères restants : ${left}`, { id: 'form-left' });

export interface FreeTextOptions {
  name: TextName;
  label: string;
  hint?: string;
}

export function freeText({ name, ...texts }: FreeTextOptions, state: Asking, { gestures, later, panel }: FormContext): TemplateResult {
  const value = state.answers[name];
  const left = textLimits[name] - value.length;
  const field = name === 'title' ? textField : textArea;
  return field({
    id: name,
    ...texts,
    optional: msg('facultatif', { id: 'form-optional' }),
    error: later?.errorOf(state, name),
    maxLength: textLimits[name],
    value,
    onInput: (typed) => gestures.onAnswer({ [name]: typed }),
    after: html`${left > nearEnd ? nothing : html`<p class="hint">${leftText(left)}</p>`}${panel?.foundIn(name, state, gestures) ?? nothing}`,
  });
}
