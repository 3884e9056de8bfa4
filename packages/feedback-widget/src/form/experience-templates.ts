/** The three steps of a whole experience. */
import { channels, speakers, type Channel, type Speaker } from '@spplus/contract/opinion-terms';
import { choiceGroup, selectField } from '@spplus/ui/form-choice';
import { textField } from '@spplus/ui/form-field';
import { heading } from '@spplus/ui/heading';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { channelText, dayText, speakerText } from '../follow/opinion-rows.ts';
import type { Answers } from './answers.ts';
import { emailField, optional, ownFile } from './details-template.ts';
import { stepsOf, type Asking, type Step } from './feedback-form.ts';
import type { FormContext } from './form-gestures.ts';
import { otherRatings } from './other-questions.ts';
import { freeText } from './text-templates.ts';

function procedureField({ answers, service }: Asking, { gestures, setting }: FormContext) {
  if (setting.procedure) return nothing;
  const label = msg('Quelle démarche avez-vous faite\u202F?', { id: 'form-procedure' });
  const onInput = (procedure: string) => gestures.onAnswer({ procedure });
  const shared = { id: 'procedure', label, optional: optional(), value: answers.procedure, onInput };
  if (!service?.procedures.length) return textField({ ...shared, maxLength: 200 });
  const choices = service.procedures.map((name) => ({ value: name, label: name }));
  return selectField({ ...shared, choices: [{ value: '', label: msg('Choisir', { id: 'form-choose' }) }, ...choices] });
}

/** How far back months are offered. */
const monthsOffered = 36;

/** This month and those before it, as the contract writes them. */
const recentMonths = (now: Date): string[] =>
  Array.from({ length: monthsOffered }, (_, back) =>
    new Date(Date.UTC(now.getFullYear(), now.getMonth() - back)).toISOString().slice(0, 7),
  );

/** A list rather than a field for months, which two engines in three show as plain text. */
function dateField({ date }: Answers, { gestures, locale }: FormContext) {
  const months = recentMonths(new Date());
  const offered = date && !months.includes(date) ? [date, ...months] : months;
  return selectField({
    id: 'date',
    label: msg('Quand cela s’est-il passé\u202F?', { id: 'form-date' }),
    optional: optional(),
    value: date,
    onInput: (chosen) => gestures.onAnswer({ date: chosen }),
    choices: [
      { value: '', label: msg('Je ne sais plus', { id: 'form-date-unknown' }) },
      ...offered.map((value) => ({ value, label: dayText(value, locale) })),
    ],
  });
}

function serviceStep(state: Asking, context: FormContext): TemplateResult {
  const { answers } = state;
  const { gestures } = context;
  return html`${otherRatings(answers, context)} ${procedureField(state, context)}
  ${dateField(answers, context)}
  ${choiceGroup({
    id: 'channels',
    legend: msg('Comment avez-vous joint le service\u202F?', { id: 'form-channels' }),
    optional: optional(),
    type: 'checkbox',
    choices: channels.map((value) => ({ value, label: channelText(value) })),
    chosen: answers.channels,
    onChange: (chosen) => gestures.onAnswer({ channels: chosen as Channel[] }),
  })}`;
}

function storyStep(state: Asking, context: FormContext): TemplateResult {
  const { service, answers } = state;
  return html`<div class="note">
      <p>
        ${msg(
          'Votre récit peut être publié si vous êtes d’accord\u202F: pas d’insulte, pas de nom, pas d’information personnelle.',
          {
            id: 'form-rules',
          },
        )}
      </p>
      <p>
        ${ownFile()}
        ${service?.contactUrl ? html`<a href=${service.contactUrl}>${msg('Contacter le service', { id: 'form-contact' })}</a>` : nothing}
      </p>
    </div>
    ${freeText({ name: 'title', label: msg('Titre de votre récit', { id: 'form-title' }) }, state, context)}
    ${freeText({ name: 'happened', label: msg('Que s’est-il passé\u202F?', { id: 'form-happened' }) }, state, context)}
    ${freeText({ name: 'wentWell', label: msg('Qu’est-ce qui s’est bien passé\u202F?', { id: 'form-well' }) }, state, context)}
    ${freeText({ name: 'wentBadly', label: msg('Qu’est-ce qui s’est mal passé\u202F?', { id: 'form-badly' }) }, state, context)}
    ${
      service?.tags.length
        ? choiceGroup({
            id: 'tags',
            legend: msg('De quoi parle votre récit\u202F?', { id: 'form-tags' }),
            optional: optional(),
            type: 'checkbox',
            choices: service.tags.map((tag) => ({ value: tag, label: tag })),
            chosen: answers.tags,
            onChange: (tags) => context.gestures.onAnswer({ tags }),
          })
        : nothing
    }`;
}

function personStep(state: Asking, context: FormContext): TemplateResult {
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
    ${
      answers.title.trim()
        ? html`${choiceGroup({
            id: 'publish',
            legend: msg('Publication', { id: 'follow-row-publish' }),
            type: 'checkbox',
            choices: [
              {
                value: 'yes',
                label: msg('Je suis d’accord pour que mon récit soit publié après lecture par un agent', {
                  id: 'form-publish',
                }),
              },
            ],
            chosen: answers.publish ? ['yes'] : [],
            onChange: ([yes]) => gestures.onAnswer({ publish: yes === 'yes' }),
          })}
        ${textField({
          id: 'pseudonym',
          label: msg('Nom affiché avec votre récit', { id: 'form-pseudonym' }),
          optional: optional(),
          hint: msg('Un surnom, pas votre vrai nom. Si vous laissez vide\u202F: «\u202FUne personne\u202F».', {
            id: 'form-pseudonym-hint',
          }),
          maxLength: 60,
          value: answers.pseudonym,
          onInput: (pseudonym) => gestures.onAnswer({ pseudonym }),
        })}`
        : nothing
    }`;
}

function stepTitle(step: Step): string {
  switch (step) {
    case 'story':
      return msg('Votre récit', { id: 'form-step-story' });
    case 'person':
      return msg('Vous et la suite', { id: 'form-step-person' });
    default:
      return msg('Le service', { id: 'form-step-details' });
  }
}

/** The step's place in words, and its fields. */
export function experienceStep(state: Asking, context: FormContext): TemplateResult {
  const steps = stepsOf(context.mode);
  const title = stepTitle(state.step);
  const place = msg(str`Étape ${steps.indexOf(state.step) + 1} sur ${steps.length}\u202F: ${title}`, {
    id: 'form-step',
  });
  const fields = { story: storyStep, person: personStep, details: serviceStep, rate: serviceStep }[state.step];
  return html`${heading({ level: context.headingLevel + 1, id: 'step', className: 'subheading', text: place })} ${fields(state, context)}`;
}
