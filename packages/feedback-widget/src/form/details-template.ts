/** The fields after the first rating, where one step is all there is. */
import { textField } from '@spplus/ui/form-field';
import { msg } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Asking } from './feedback-form.ts';
import type { FormContext } from './form-gestures.ts';
import { freeText } from './text-templates.ts';

export const optional = () => msg('facultatif', { id: 'form-optional' });

export const emailField = (state: Asking, { gestures, later }: FormContext): TemplateResult =>
  textField({
    id: 'email',
    type: 'email',
    autocomplete: 'email',
    label: msg('Votre adresse e-mail, si vous voulez une réponse personnelle', { id: 'form-email' }),
    optional: optional(),
    hint: msg('Seuls les agents qui répondent la voient. Elle n’est jamais publiée.', { id: 'form-email-hint' }),
    error: later?.errorOf(state, 'email'),
    maxLength: 254,
    value: state.answers.email,
    onInput: (email) => gestures.onAnswer({ email }),
  });

/** An opinion is no complaint desk: a pending demand belongs to the service itself. */
export const ownFile = (): string =>
  msg('Pour votre propre dossier, contactez directement le service.', { id: 'form-own-file' });

export function detailsStep(state: Asking, context: FormContext): TemplateResult {
  const { answers } = state;
  if (context.mode === 'page') {
    const label =
      answers.ratings.page === 1
        ? msg('Qu’est-ce qui vous a manqué\u202F?', { id: 'form-missing' })
        : msg('Une remarque sur cette page\u202F?', { id: 'form-remark' });
    const hint = msg('N’écrivez pas d’information personnelle. Nous ne pouvons pas vous répondre ici.', {
      id: 'form-missing-hint',
    });
    return freeText({ name: 'comment', label, hint }, state, context);
  }
  return html`${context.later?.otherRatings(answers, context) ?? nothing}
    ${freeText(
      { name: 'comment', label: msg('Un mot pour le service', { id: 'form-comment' }), hint: ownFile() },
      state,
      context,
    )}
    ${emailField(state, context)}`;
}
