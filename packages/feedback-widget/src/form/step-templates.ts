/** The fields of each step. */
import { channels, speakers, type Channel, type Speaker } from '@spplus/contract/opinion';
import { choiceGroup, selectField, textField } from '@spplus/ui/form-field';
import { msg } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { channelText, speakerText } from '../follow/opinion-rows.ts';
import type { State } from './feedback-form.ts';
import { faultSentence } from './form-words.ts';
import type { FormContext } from './form-gestures.ts';
import { otherRating } from './rating-templates.ts';
import { freeText } from './text-templates.ts';

type Asking = Extract<State, { view: 'asking' }>;

const optional = () => msg('facultatif', { id: 'form-optional' });

const errorOf = ({ faults }: Asking, field: string): string | undefined => {
  const fault = faults.find((one) => one.field === field);
  return fault && faultSentence(fault);
};

const emailField = (state: Asking, { gestures }: FormContext): TemplateResult =>
  textField({
    id: 'email',
    type: 'email',
    autocomplete: 'email',
    label: msg('Votre adresse e-mail, si vous voulez être prévenu de la réponse', { id: 'form-email' }),
    optional: optional(),
    hint: msg('Elle ne sert qu’à vous répondre. Elle n’est jamais publiée.', { id: 'form-email-hint' }),
    error: errorOf(state, 'email'),
    maxLength: 254,
    value: state.answers.email,
    onInput: (email) => gestures.onAnswer({ email }),
  });

function procedureField({ answers, service }: Asking, { gestures, setting }: FormContext) {
  if (setting.procedure) return nothing;
  const label = msg('Quelle démarche avez-vous faite ?', { id: 'form-procedure' });
  const onInput = (procedure: string) => gestures.onAnswer({ procedure });
  const shared = { id: 'procedure', label, optional: optional(), value: answers.procedure, onInput };
  if (!service?.procedures.length) return textField({ ...shared, maxLength: 200 });
  const choices = service.procedures.map((name) => ({ value: name, label: name }));
  return selectField({ ...shared, choices: [{ value: '', label: msg('Choisir', { id: 'form-choose' }) }, ...choices] });
}

export function detailsStep(state: Asking, context: FormContext): TemplateResult {
  const { mode, setting, gestures } = context;
  const { answers } = state;
  const ratings = setting.questions.map((question) => otherRating(question, answers, context));
  if (mode === 'page') {
    const label =
      answers.ratings.page === 1
        ? msg('Qu’est-ce qui vous a manqué ?', { id: 'form-missing' })
        : msg('Une remarque sur cette page ?', { id: 'form-remark' });
    const hint = msg('N’écrivez pas d’information personnelle. Nous ne pouvons pas vous répondre ici.', { id: 'form-missing-hint' });
    return freeText({ name: 'comment', label, hint, maxLength: 2000 }, state, context);
  }
  if (mode !== 'experience') {
    return html`${ratings}
    ${freeText(
      { name: 'comment', label: msg('Un mot pour le service', { id: 'form-comment' }), hint: ownFile(state), maxLength: 2000 },
      state,
      context,
    )}
    ${emailField(state, context)}`;
  }
  return html`${ratings} ${procedureField(state, context)}
  ${textField({
    id: 'date',
    type: 'month',
    label: msg('Quand cela s’est-il passé ?', { id: 'form-date' }),
    optional: optional(),
    hint: msg('Le mois suffit. Si vous ne savez plus, laissez vide.', { id: 'form-date-hint' }),
    value: answers.date,
    onInput: (date) => gestures.onAnswer({ date: /^\d{4}-(0[1-9]|1[0-2])$/.test(date) ? date : '' }),
  })}
  ${choiceGroup({
    id: 'channels',
    legend: msg('Comment avez-vous joint le service ?', { id: 'form-channels' }),
    optional: optional(),
    type: 'checkbox',
    choices: channels.map((value) => ({ value, label: channelText(value) })),
    chosen: answers.channels,
    onChange: (chosen) => gestures.onAnswer({ channels: chosen as Channel[] }),
  })}`;
}

/** An opinion is no complaint desk: a pending demand belongs to the service itself. */
const ownFile = ({ service }: Asking): string =>
  service?.contactUrl
    ? msg('Pour votre propre dossier, contactez directement le service.', { id: 'form-own-file' })
    : msg('Ne donnez ni nom ni numéro. Pour votre propre dossier, contactez directement le service.', { id: 'form-own-file-long' });

export function storyStep(state: Asking, context: FormContext): TemplateResult {
  const { service, answers } = state;
  return html`<div class="note">
      <p>
        ${msg('Votre récit peut être publié si vous êtes d’accord : pas d’insulte, pas de nom, pas d’information personnelle.', {
          id: 'form-rules',
        })}
      </p>
      <p>
        ${ownFile(state)}
        ${service?.contactUrl ? html`<a href=${service.contactUrl}>${msg('Contacter le service', { id: 'form-contact' })}</a>` : nothing}
      </p>
    </div>
    ${freeText({ name: 'title', label: msg('Titre de votre récit', { id: 'form-title' }), error: errorOf(state, 'title'), maxLength: 120 }, state, context)}
    ${freeText({ name: 'happened', label: msg('Que s’est-il passé ?', { id: 'form-happened' }), error: errorOf(state, 'happened'), maxLength: 5000 }, state, context)}
    ${freeText({ name: 'wentWell', label: msg('Qu’est-ce qui s’est bien passé ?', { id: 'form-well' }), maxLength: 2000 }, state, context)}
    ${freeText({ name: 'wentBadly', label: msg('Qu’est-ce qui s’est mal passé ?', { id: 'form-badly' }), maxLength: 2000 }, state, context)}
    ${service?.tags.length
      ? choiceGroup({
          id: 'tags',
          legend: msg('De quoi parle votre récit ?', { id: 'form-tags' }),
          optional: optional(),
          type: 'checkbox',
          choices: service.tags.map((tag) => ({ value: tag, label: tag })),
          chosen: answers.tags,
          onChange: (tags) => context.gestures.onAnswer({ tags }),
        })
      : nothing}`;
}

export function personStep(state: Asking, context: FormContext): TemplateResult {
  const { answers } = state;
  const { gestures } = context;
  return html`${choiceGroup({
      id: 'speaker',
      legend: msg('Vous parlez', { id: 'follow-row-speaker' }),
      optional: optional(),
      type: 'radio',
      choices: speakers.map((value) => ({ value, label: speakerText(value) })),
      chosen: answers.speaker ? [answers.speaker] : [],
      onChange: ([speaker]) => gestures.onAnswer({ speaker: (speaker ?? '') as Speaker | '' }),
    })}
    ${emailField(state, context)}
    ${answers.title.trim()
      ? html`${choiceGroup({
          id: 'publish',
          legend: msg('Publication', { id: 'follow-row-publish' }),
          type: 'checkbox',
          choices: [{ value: 'yes', label: msg('Je suis d’accord pour que mon récit soit publié après lecture par un agent', { id: 'form-publish' }) }],
          chosen: answers.publish ? ['yes'] : [],
          onChange: ([yes]) => gestures.onAnswer({ publish: yes === 'yes' }),
        })}
        ${textField({
          id: 'pseudonym',
          label: msg('Nom affiché avec votre récit', { id: 'form-pseudonym' }),
          optional: optional(),
          hint: msg('Un surnom, pas votre vrai nom. Si vous laissez vide : « Une personne ».', { id: 'form-pseudonym-hint' }),
          maxLength: 60,
          value: answers.pseudonym,
          onInput: (pseudonym) => gestures.onAnswer({ pseudonym }),
        })}`
      : nothing}`;
}
