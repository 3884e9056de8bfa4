/** Free text, with its count and what was found in it. */
import { textArea, textField } from '@spplus/ui/form-field';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { nearlyFull, textLimits, type TextName } from './answers.ts';
import type { Asking } from './feedback-form.ts';
import type { FormContext } from './form-gestures.ts';

export const leftText = (left: number): string => msg(str`Caractères restants : ${left}`, { id: 'form-left' });

export interface FreeTextOptions {
  name: TextName;
  label: string;
  hint?: string;
}

export function freeText(
  { name, ...texts }: FreeTextOptions,
  state: Asking,
  { gestures, later, panel }: FormContext,
): TemplateResult {
  const value = state.answers[name];
  const left = nearlyFull(name, value);
  const field = name === 'title' ? textField : textArea;
  return field({
    id: name,
    ...texts,
    optional: msg('facultatif', { id: 'form-optional' }),
    error: later?.errorOf(state, name),
    maxLength: textLimits[name],
    value,
    onInput: (typed) => gestures.onAnswer({ [name]: typed }),
    after: html`${left === undefined ? nothing : html`<p class="hint">${leftText(left)}</p>`}${panel?.foundIn(name, state, gestures) ?? nothing}`,
  });
}
