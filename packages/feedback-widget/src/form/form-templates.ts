/** The form from the first question to the check. */
import { heading } from '@spplus/ui/heading';
import { msg } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { troubleSentence } from '../trouble.ts';
import { firstQuestion, isUnderWay, needsCheck, stepsOf, type Asking, type Step } from './feedback-form.ts';
import type { FormContext } from './form-gestures.ts';
import { firstRating } from './rating-templates.ts';

/** Where the network is, in a sentence that stays in place. What went wrong comes with what to do. */
export function deliveryNote(
  { delivery, step }: { delivery: Asking['delivery']; step?: Step },
  { locale, gestures, mode }: FormContext,
) {
  switch (delivery.status) {
    case 'unsent':
      return nothing;
    case 'sending':
      return html`<div class="note"><p>${msg('Envoi en cours…', { id: 'form-sending' })}</p></div>`;
    case 'proving':
      return html`<div class="note">
        <p>${msg('Vérification en cours. Patientez quelques secondes.', { id: 'form-proving' })}</p>
      </div>`;
    case 'saved':
      if (step === undefined) return nothing;
      return html`<div class="note good">
        <p>
          ${
            mode === 'page'
              ? msg('Merci, votre réponse est enregistrée.', { id: 'form-saved-page' })
              : msg('Votre avis est enregistré. Vous pouvez le compléter.', { id: 'form-saved' })
          }
        </p>
      </div>`;
    case 'failed':
      return html`<div class="note bad" id="trouble" tabindex="-1">
        <p>
          ${
            delivery.trouble.kind === 'refused'
              ? msg(
                  'Le service n’a pas accepté cet envoi. Vérifiez vos réponses et réessayez, ou contactez-le directement.',
                  { id: 'form-refused' },
                )
              : troubleSentence(delivery.trouble, Date.now(), locale)
          }
        </p>
        <p>${msg('Ce que vous avez écrit est gardé ici. Réessayer n’envoie pas votre avis deux fois.', { id: 'form-kept' })}</p>
        <button type="button" @click=${gestures.onRetry}>${msg('Réessayer', { id: 'retry' })}</button>
      </div>`;
  }
}

function stepFields(state: Asking, context: FormContext): TemplateResult {
  const { mode, later, sent } = context;
  const fields = mode === 'experience' ? later?.experienceStep(state, context) : sent?.detailsStep(state, context);
  return fields ?? html`<p>${msg('Un instant…', { id: 'loading' })}</p>`;
}

/** A field that people neither see nor reach; robots fill it. */
const trap = ({ gestures }: FormContext) => html`<div class="trap" aria-hidden="true">
  <input tabindex="-1" autocomplete="off" @input=${(event: Event) => gestures.onTrap((event.target as HTMLInputElement).value)} />
</div>`;

function continueLabel(state: Asking, mode: FormContext['mode']): string {
  const steps = stepsOf(mode);
  if (steps.indexOf(state.step) < steps.length - 1) return msg('Continuer', { id: 'form-continue' });
  if (needsCheck(state, mode)) return msg('Vérifier mon avis', { id: 'form-check' });
  return mode === 'page' && state.answers.comment.trim()
    ? msg('Envoyer', { id: 'form-send-short' })
    : msg('Terminer', { id: 'form-finish' });
}

export function askingTemplate(state: Asking, context: FormContext): TemplateResult {
  const { mode, gestures, headingLevel } = context;
  const steps = stepsOf(mode);
  const place = steps.indexOf(state.step);
  const isFirst = place <= 0;
  const submit = (event: Event) => {
    event.preventDefault();
    gestures.onContinue();
  };
  const title = mode === 'page' ? nothing : heading({ level: headingLevel, text: formTitle(state), id: 'title-form' });
  return html`<form novalidate @submit=${submit}>
    ${title} ${context.later?.notes(state, context) ?? nothing}
    ${isFirst && mode !== 'page' ? firstRating(firstQuestion(mode), state.answers, context) : nothing}
    ${deliveryNote(state, context)}
    ${
      state.step === 'rate'
        ? nothing
        : html`${stepFields(state, context)} ${trap(context)}
          <div class="row">
            <button class="primary" type="submit" aria-disabled=${isUnderWay(state.delivery) ? 'true' : nothing}>
              ${continueLabel(state, mode)}
            </button>
            ${isFirst ? nothing : html`<button type="button" @click=${gestures.onBack}>${msg('Revenir', { id: 'form-back' })}</button>`}
          </div>`
    }
    ${
      state.step === 'rate' && !state.correcting
        ? html`<button type="button" class="plain" @click=${gestures.onFollow}>${msg('Suivre un avis déjà donné', { id: 'form-follow' })}</button>`
        : nothing
    }
  </form>`;
}

const formTitle = ({ correcting }: Asking): string =>
  correcting
    ? msg('Corriger votre avis', { id: 'form-heading-correct' })
    : msg('Donnez votre avis', { id: 'form-heading' });
