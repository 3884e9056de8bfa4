/** Free text, with what was found in it and the gestures that mask it. */
import { textArea, textField } from '@spplus/ui/form-field';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { TextName } from './answers.ts';
import type { State } from './feedback-form.ts';
import { findingText } from './form-words.ts';
import type { FormContext } from './form-gestures.ts';

type Open = Extract<State, { answers: unknown }>;

/** How near the end a count begins to be useful, in characters. */
const nearEnd = 200;

function count(length: number, most: number): TemplateResult | typeof nothing {
  const left = most - length;
  return left > nearEnd
    ? nothing
    : html`<p class="count" role="status">${msg(str`Il reste ${left} caractères.`, { id: 'form-left' })}</p>`;
}

function found(name: TextName, { answers, findings, unmasked }: Open, { gestures }: FormContext) {
  const text = answers[name];
  const present = findings[name] ?? [];
  const undo =
    unmasked?.field === name
      ? html`<button type="button" class="plain small" @click=${gestures.onUnmask}>${msg('Annuler le masquage', { id: 'form-unmask' })}</button>`
      : nothing;
  if (present.length === 0) return undo;
  const isOnlyNames = present.every(({ kind }) => kind === 'person-name');
  return html`<div class="note" id="${name}-found">
      <p>
        ${isOnlyNames
          ? msg('Ne nommez personne : écrivez « l’agent » ou « la personne ». Vous pouvez masquer ce nom.', { id: 'form-names' })
          : msg('Ce texte contient des données personnelles. Masquez-les avant d’envoyer.', { id: 'form-found' })}
      </p>
      <ul class="findings">
        ${present.map((finding) => {
          const extract = text.slice(finding.start, finding.end);
          return html`<li class="row">
            <span>${findingText(finding.kind)} <bdi>« ${extract} »</bdi></span>
            <button
              type="button"
              class="small"
              aria-label=${msg(str`Masquer ${extract}`, { id: 'form-mask-one' })}
              @click=${() => gestures.onMask(name, [finding])}
            >
              ${msg('Masquer', { id: 'form-mask' })}
            </button>
          </li>`;
        })}
      </ul>
      ${present.length > 1
        ? html`<button type="button" class="small" @click=${() => gestures.onMask(name, present)}>${msg('Tout masquer', { id: 'form-mask-all' })}</button>`
        : nothing}
    </div>
    ${undo}`;
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
    after: html`${count(value.length, texts.maxLength)}${found(name, state, context)}`,
  });
}
