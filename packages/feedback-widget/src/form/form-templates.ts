/** The form from the first question to the check. */
import { heading } from '@spplus/ui/heading';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { opinionRows } from '../follow/opinion-rows.ts';
import { troubleSentence } from '../follow/wording.ts';
import { opinionOf } from './answers.ts';
import { firstQuestion, needsCheck, stepsOf, type State, type Step } from './feedback-form.ts';
import { faultSentence, stepTitle } from './form-words.ts';
import type { FormContext } from './form-gestures.ts';
import { firstRating } from './rating-templates.ts';
import { detailsStep, personStep, storyStep } from './step-templates.ts';

type Asking = Extract<State, { view: 'asking' }>;
type Checking = Extract<State, { view: 'checking' }>;

/** Where the network is, in a sentence that stays in place. What went wrong comes with what to do. */
export function deliveryNote({ delivery, step }: { delivery: Asking['delivery']; step?: Step }, { locale, gestures, mode }: FormContext) {
  switch (delivery.status) {
    case 'unsent':
      return nothing;
    case 'sending':
      return html`<p class="hint">${msg('Envoi en cours…', { id: 'form-sending' })}</p>`;
    case 'saved':
      if (step === undefined) return nothing;
      return html`<div class="note good">
        <p>
          ${mode === 'page'
            ? msg('Merci, votre réponse est enregistrée.', { id: 'form-saved-page' })
            : msg('Votre avis est enregistré. Vous pouvez le compléter.', { id: 'form-saved' })}
        </p>
      </div>`;
    case 'failed':
      return html`<div class="note bad" id="trouble" tabindex="-1">
        <p>${troubleSentence(delivery.trouble, Date.now(), locale)}</p>
        <p>${msg('Ce que vous avez écrit est gardé ici. Réessayer n’envoie pas votre avis deux fois.', { id: 'form-kept' })}</p>
        <button type="button" @click=${gestures.onRetry}>${msg('Réessayer', { id: 'retry' })}</button>
      </div>`;
  }
}

function restoredNote({ restored }: Asking, { gestures }: FormContext) {
  if (!restored) return nothing;
  return html`<div class="note">
    <p>
      ${msg('Nous avons gardé ce que vous aviez écrit. Sur un ordinateur partagé, effacez-le avant de partir.', { id: 'form-restored' })}
    </p>
    <button type="button" class="small" @click=${gestures.onEraseDraft}>${msg('Effacer', { id: 'form-erase' })}</button>
  </div>`;
}

/** Links to the fields at fault. The click moves focus itself: a fragment would change the page's address. */
function errorSummary({ faults }: Asking, { headingLevel }: FormContext) {
  if (faults.length === 0) return nothing;
  const toField = (event: Event) => {
    event.preventDefault();
    const link = event.target as HTMLAnchorElement;
    (link.getRootNode() as ShadowRoot).getElementById(link.hash.slice(1))?.focus();
  };
  return html`<div class="error-summary" id="summary" tabindex="-1">
    ${heading({ level: headingLevel + 1, text: msg('Il y a quelque chose à corriger', { id: 'follow-summary' }), className: 'subheading' })}
    <ul>
      ${faults.map((fault) => html`<li><a href="#${fault.field}" @click=${toField}>${faultSentence(fault)}</a></li>`)}
    </ul>
  </div>`;
}

function stepFields(state: Asking, context: FormContext): TemplateResult {
  if (state.step === 'story') return storyStep(state, context);
  return state.step === 'person' ? personStep(state, context) : detailsStep(state, context);
}

/** A field that people neither see nor reach; robots fill it. */
const trap = ({ gestures }: FormContext) => html`<div class="trap" aria-hidden="true">
  <label>Ne pas remplir<input tabindex="-1" autocomplete="off" @input=${(event: Event) => gestures.onTrap((event.target as HTMLInputElement).value)} /></label>
</div>`;

function continueLabel(state: Asking, mode: FormContext['mode']): string {
  const steps = stepsOf(mode);
  if (steps.indexOf(state.step) < steps.length - 1) return msg('Continuer', { id: 'form-continue' });
  if (needsCheck(state, mode)) return msg('Vérifier mon avis', { id: 'form-check' });
  return mode === 'page' && state.answers.comment.trim() ? msg('Envoyer', { id: 'form-send-short' }) : msg('Terminer', { id: 'form-finish' });
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
    ${title} ${restoredNote(state, context)} ${errorSummary(state, context)}
    ${isFirst && mode !== 'page' ? firstRating(firstQuestion(mode), state.answers, context) : nothing}
    ${deliveryNote(state, context)}
    ${state.step === 'rate'
      ? nothing
      : html`${steps.length > 1
            ? heading({
                level: headingLevel + 1,
                id: 'step',
                className: 'subheading',
                text: msg(str`Étape ${place + 1} sur ${steps.length} : ${stepTitle(state.step)}`, { id: 'form-step' }),
              })
            : nothing}
          ${stepFields(state, context)} ${trap(context)}
          <div class="row">
            <button class="primary" type="submit" aria-disabled=${state.delivery.awaited && state.delivery.status === 'sending' ? 'true' : nothing}>
              ${continueLabel(state, mode)}
            </button>
            ${isFirst ? nothing : html`<button type="button" @click=${gestures.onBack}>${msg('Revenir', { id: 'form-back' })}</button>`}
          </div>`}
    ${state.step === 'rate' && !state.correcting
      ? html`<button type="button" class="plain" @click=${gestures.onFollow}>${msg('Suivre un avis déjà donné', { id: 'form-follow' })}</button>`
      : nothing}
  </form>`;
}

const formTitle = ({ correcting }: Asking): string =>
  correcting ? msg('Corriger votre avis', { id: 'form-heading-correct' }) : msg('Donnez votre avis', { id: 'form-heading' });

/** The step that asks for a field of the summary, and the field to go to. */
const storyFields = ['title', 'happened', 'wentWell', 'wentBadly', 'tags'];
const personFields = ['speaker', 'pseudonym', 'email', 'publish'];
function placeOf(name: string, mode: FormContext['mode']): Step {
  if (mode !== 'experience') return 'details';
  if (storyFields.includes(name)) return 'story';
  return personFields.includes(name) ? 'person' : 'details';
}

export function checkingTemplate(state: Checking, context: FormContext): TemplateResult {
  const { mode, setting, locale, headingLevel, gestures } = context;
  const rows = opinionRows(opinionOf(state.answers, setting), locale).filter(({ name }) => mode === 'experience' || name !== 'publish');
  const isSending = state.delivery.status === 'sending' && state.delivery.awaited;
  return html`${heading({ level: headingLevel, text: msg('Vérifiez votre avis', { id: 'form-heading-check' }), id: 'check' })}
    <dl>
      ${rows.map(
        ({ name, label, value, isTyped }) =>
          html`<div>
            <dt>${label}</dt>
            <dd dir=${isTyped ? 'auto' : nothing}>${value}</dd>
            <button
              type="button"
              class="small"
              aria-label=${msg(str`Modifier : ${label}`, { id: 'form-revise-one' })}
              @click=${() => gestures.onRevise(placeOf(name, mode), name === firstQuestion(mode) ? 'rating' : name)}
            >
              ${msg('Modifier', { id: 'form-revise' })}
            </button>
          </div>`,
      )}
    </dl>
    ${deliveryNote({ delivery: state.delivery }, context)}
    <div class="row">
      <button class="primary" type="button" aria-disabled=${isSending ? 'true' : nothing} @click=${gestures.onConfirm}>
        ${msg('Envoyer mon avis', { id: 'form-send' })}
      </button>
      <button type="button" @click=${gestures.onBack}>${msg('Revenir', { id: 'form-back' })}</button>
    </div>`;
}
