/** The check: what will be sent, and a way back to each line of it. */
import { heading } from '@spplus/ui/heading';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { opinionRows } from '../follow/opinion-rows.ts';
import { opinionOf } from './answers.ts';
import { firstQuestion, isUnderWay, type State, type Step } from './feedback-form.ts';
import type { FormContext } from './form-gestures.ts';
import { deliveryNote } from './form-templates.ts';

type Checking = Extract<State, { view: 'checking' }>;

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
  const rows = opinionRows(opinionOf(state.answers, setting), locale).filter(
    ({ name }) => mode === 'experience' || name !== 'publish',
  );
  const isSending = isUnderWay(state.delivery);
  return html`${heading({ level: headingLevel, text: msg('Vérifiez votre avis', { id: 'form-heading-check' }), id: 'check' })}
    <dl>
      ${rows.map(
        ({ name, label, value, isTyped }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>
              <span dir=${isTyped ? 'auto' : nothing}>${value}</span>
              <button
              type="button"
              class="small"
              aria-label=${msg(str`Modifier\u202F: ${label}`, { id: 'form-revise-one' })}
              @click=${() => gestures.onRevise(placeOf(name, mode), name === firstQuestion(mode) ? 'rating' : name)}
            >
              ${msg('Modifier', { id: 'form-revise' })}
            </button>
            </dd>
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
