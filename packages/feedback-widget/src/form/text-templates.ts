/** Free text, with its count and what was found in it. */
import { textArea, textField } from '@spplus/ui/form-field';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { TextName } from './answers.ts';
import type { State } from './feedback-form.ts';
import type { FormContext } from './form-gestures.ts';

/** A form that is not sent yet. */
export type Open = Extract<State, { answers: unknown }>;

/** How near the end a count begins to be useful, in characters. */
const nearEnd = 200;

function count(length: number, most: number): TemplateResult | typeof nothing {
  const left = most - length;
  return left > nearEnd
    ? nothing
    : html`<p class="hint">${msg(str`Caractères restants : ${left}`, { id: 'form-left' })}</p>`;
}

export interface FreeTextOptions {
  name: TextName;
  label: string;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
  maxLength: number;
}

export function freeText({ name, required = false, ...texts }: FreeTextOptions, state: Open, context: FormContext): TemplateResult {
  const value = state.answers[name];
  const field = name === 'title' ? textField : textArea;
  return field({
    id: name,
    ...texts,
    optional: required ? undefined : msg('facultatif', { id: 'form-optional' }),
    value,
    onInput: (typed) => context.gestures.onAnswer({ [name]: typed }),
    after: html`${count(value.length, texts.maxLength)}${context.panel?.foundIn(name, state, context) ?? nothing}`,
  });
}
