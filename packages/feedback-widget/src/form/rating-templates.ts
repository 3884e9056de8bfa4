/** The first rating: large buttons that one gesture answers. */
import { scaleSteps, type Question } from '@spplus/contract/opinion-terms';
import { msg } from '@spplus/ui/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { scaleWords } from '../scale-words.ts';
import { scaleOf, type Answers, type Setting } from './answers.ts';
import { firstQuestionText, threeWords } from './form-words.ts';
import type { FormContext } from './form-gestures.ts';

/** A face whose mouth goes from down to up with the value, for scales of three and four: decoration beside the words. */
const face = (value: number, steps: number) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10"></circle>
    <path d="M9 9.5v.01M15 9.5v.01"></path>
    ${svg`<path d="M7 16q5 ${((value - 1) / (steps - 1) - 0.5) * 9} 10 0"></path>`}
  </svg>`;

interface Step {
  value: number;
  label: string;
}

export function stepsFor(question: Question, setting: Setting): Step[] {
  const scale = scaleOf(question, setting);
  const words = scale === 'three' ? threeWords(question) : scaleWords(scale);
  return Array.from({ length: scaleSteps[scale] }, (_, index) => ({ value: index + 1, label: words[index] ?? String(index + 1) }));
}

/** The first question. Pressing is answering: it says so. */
export function firstRating(question: Question, { ratings }: Answers, { setting, gestures }: FormContext): TemplateResult {
  const steps = stepsFor(question, setting);
  const hasFaces = steps.length === 3 || steps.length === 4;
  return html`<fieldset>
    <legend id="rating" tabindex="-1">${firstQuestionText(question)}</legend>
    ${ratings[question] === undefined
      ? html`<p class="hint">${msg('Votre réponse est envoyée dès que vous choisissez.', { id: 'form-one-gesture' })}</p>`
      : nothing}
    <div class="ratings ${steps.length > 5 ? 'marks' : ''}">
      ${steps.map(
        ({ value, label }) =>
          html`<button
            type="button"
            aria-pressed=${ratings[question] === value ? 'true' : 'false'}
            @click=${() => gestures.onRate(question, value)}
          >
            ${hasFaces ? face(value, steps.length) : nothing}<span>${label}</span>
          </button>`,
      )}
    </div>
  </fieldset>`;
}
