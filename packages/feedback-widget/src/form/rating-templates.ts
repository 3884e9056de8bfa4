/** The first rating: large buttons that one gesture answers. */
import { scaleSteps, type Question } from '@spplus/contract/opinion-terms';
import { msg } from '@spplus/ui/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { scaleWords } from '../scale-words.ts';
import { scaleOf, type Answers, type Setting } from './answers.ts';
import { firstQuestionText } from './form-words.ts';
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
  const words = scaleWords(question, scale);
  return Array.from({ length: scaleSteps[scale] }, (_, index) => ({
    value: index + 1,
    label: words[index] ?? String(index + 1),
  }));
}

/** Bare marks say which end is the good one. */
export const marksHint = (): string => msg('1 est la moins bonne note, 10 la meilleure.', { id: 'form-marks' });

/** The first question. Pressing is answering: it says so. */
export function firstRating(
  question: Question,
  { ratings }: Answers,
  { setting, gestures }: FormContext,
): TemplateResult {
  const steps = stepsFor(question, setting);
  const hasFaces = steps.length === 3 || steps.length === 4;
  const isMarks = steps.length > 5;
  return html`<fieldset aria-describedby="rating-hint">
    <legend id="rating" tabindex="-1">${firstQuestionText(question)}</legend>
    <p class="hint" id="rating-hint">
      ${isMarks ? marksHint() : nothing}
      ${
        ratings[question] === undefined
          ? msg('Votre réponse est envoyée dès que vous choisissez.', { id: 'form-one-gesture' })
          : nothing
      }
    </p>
    <div class="ratings ${isMarks ? 'marks' : ''}">
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
