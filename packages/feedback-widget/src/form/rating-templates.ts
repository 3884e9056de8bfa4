/** The first rating: large buttons that one gesture answers. */
import { scaleSteps, type Question } from '@spplus/contract/opinion-terms';
import { msg } from '@spplus/ui/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { scaleWords } from '../scale-words.ts';
import { scaleOf, type Answers, type Setting } from './answers.ts';
import { firstQuestionText, threeWords } from './form-words.ts';
import type { FormContext } from './form-gestures.ts';

/** Mouths from down to up, for scales of three and four: decoration beside the words. */
const mouths = ['M7 17q5-5 10 0', 'M7 16.5q5-2.5 10 0', 'M7 16h10', 'M7 15q5 2.5 10 0', 'M7 14.5q5 5 10 0'];
const facesOf: Readonly<Record<number, readonly number[]>> = { 3: [0, 2, 4], 4: [0, 1, 3, 4] };

const face = (mouth: string) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="10"></circle>
    <path d="M9 9.5v.01M15 9.5v.01"></path>
    ${svg`<path d=${mouth}></path>`}
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
  const faces = facesOf[steps.length];
  return html`<fieldset>
    <legend id="rating" tabindex="-1">${firstQuestionText(question)}</legend>
    ${ratings[question] === undefined
      ? html`<p class="hint">${msg('Votre réponse est envoyée dès que vous choisissez.', { id: 'form-one-gesture' })}</p>`
      : nothing}
    <div class="ratings ${steps.length > 5 ? 'marks' : ''}">
      ${steps.map(
        ({ value, label }, index) =>
          html`<button
            type="button"
            aria-pressed=${ratings[question] === value ? 'true' : 'false'}
            @click=${() => gestures.onRate(question, value)}
          >
            ${faces ? face(mouths[faces[index] ?? 2] ?? '') : nothing}<span>${label}</span>
          </button>`,
      )}
    </div>
  </fieldset>`;
}
