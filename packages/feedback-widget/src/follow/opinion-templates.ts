/** An opinion that was found: where it stands, what the administration answered, what the person may do with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '@spplus/contract/answer';
import { heading } from '@spplus/ui/heading';
import { msg, str } from '@spplus/ui/localize';
import type { Gesture } from './feedback-follow.ts';
import type { FollowView } from './feedback-follow-view.ts';
import { opinionRows } from './opinion-rows.ts';
import { troubleBox, type FollowGestures, type Setting } from './templates.ts';
import { dateText, timeText } from '../dates.ts';
import { outcomeSentence, refusalSentence, standingSentence } from './wording.ts';

type OpinionView = Extract<FollowView, { screen: 'opinion' }>;

const time = (at: string, { locale }: Setting) => html`<time datetime=${at}>${dateText(at, locale)}</time>`;

const dateRow = (label: string, at: string | undefined, setting: Setting) =>
  at ? html`<div><dt>${label}</dt><dd>${time(at, setting)}</dd></div>` : nothing;

const subheading = (level: number, text: string, id?: string) =>
  heading({ level, text, className: 'subheading', ...(id && { id }) });

/** Where a gesture failed, its trouble and a way to try again. */
function troubleOf(
  view: OpinionView,
  isHere: (gesture: Gesture) => boolean,
  setting: Setting,
  gestures: FollowGestures,
) {
  const { failed } = view;
  return failed && isHere(failed.gesture) ? troubleBox(failed.trouble, setting, gestures) : nothing;
}

/** While one gesture is sent the buttons stay where they are, focus included, and do nothing. */
const disabledWhile = ({ busy }: OpinionView) => (busy ? 'true' : 'false');

function datesTemplate({ followUp, standing }: OpinionView, setting: Setting) {
  const { receivedAt, publishedAt, updatedAt, emailErasedAt, erasedAt } = followUp;
  return html`<dl>
    ${dateRow(msg('Reçu le', { id: 'follow-received' }), receivedAt, setting)}
    ${dateRow(msg('Publié le', { id: 'follow-published-on' }), publishedAt, setting)}
    ${standing === 'withdrawn' ? dateRow(msg('Retiré le', { id: 'follow-withdrawn-on' }), updatedAt, setting) : nothing}
    ${dateRow(msg('Votre adresse e-mail sera effacée le', { id: 'follow-email-erased' }), emailErasedAt, setting)}
    ${dateRow(msg('Tout sera effacé le', { id: 'follow-erased-on' }), erasedAt, setting)}
  </dl>`;
}

function refusalTemplate({ followUp: { refusal } }: OpinionView) {
  if (!refusal) return nothing;
  return html`<p>${refusalSentence(refusal.reason)}</p>
    ${refusal.message ? html`<blockquote class="follow-words" dir="auto">${refusal.message}</blockquote>` : nothing}`;
}

function usefulnessTemplate(answer: Answer, view: OpinionView, setting: Setting, gestures: FollowGestures) {
  const { busy } = view;
  const chosen = busy?.type === 'rate' && busy.answer === answer.id ? busy.useful : answer.useful;
  const choice = (useful: boolean, label: string) =>
    html`<button
      type="button"
      data-focus="rate-${answer.id}-${useful}"
      aria-pressed=${chosen === useful ? 'true' : 'false'}
      aria-disabled=${disabledWhile(view)}
      @click=${() => gestures.onRate(answer.id, useful)}
    >
      ${label}
    </button>`;
  return html`<div role="group" aria-labelledby="follow-useful-${answer.id}">
      <p id="follow-useful-${answer.id}">${msg('Cette réponse vous a-t-elle été utile\u202F?', { id: 'follow-useful' })}</p>
      ${choice(true, msg('Oui', { id: 'follow-yes' }))} ${choice(false, msg('Non', { id: 'follow-no' }))}
    </div>
    ${troubleOf(view, (gesture) => gesture.type === 'rate' && gesture.answer === answer.id, setting, gestures)}`;
}

function answerTemplate(answer: Answer, view: OpinionView, setting: Setting, gestures: FollowGestures) {
  return html`<article class="note" aria-labelledby="follow-outcome-${answer.id}">
    <p id="follow-outcome-${answer.id}" class="follow-strong">${outcomeSentence(answer.outcome)}</p>
    <p class="follow-words" dir="auto">${answer.body}</p>
    <p><span dir="auto">${answer.signature}</span>, ${time(answer.answeredAt, setting)}</p>
    ${usefulnessTemplate(answer, view, setting, gestures)}
  </article>`;
}

function answersTemplate(view: OpinionView, setting: Setting, gestures: FollowGestures) {
  const { answers, answerBy } = view.followUp;
  if (answers.length === 0 && !view.awaitsAnswer) return nothing;
  return html`${subheading(setting.level + 1, msg('Ce que le service vous répond', { id: 'follow-answers' }))}
    ${answers.map((answer) => answerTemplate(answer, view, setting, gestures))}
    ${
      view.awaitsAnswer && answerBy
        ? html`<p>
            ${msg('Le service n’a pas encore répondu. Il compte le faire au plus tard le', { id: 'follow-awaits' })}
            ${time(answerBy, setting)}.
          </p>`
        : nothing
    }`;
}

function ownWords({ followUp: { opinion } }: OpinionView, setting: Setting) {
  if (!opinion) return nothing;
  return html`${subheading(setting.level + 1, msg('Votre avis', { id: 'follow-own' }))}
    <dl>
      ${opinionRows(opinion, setting.locale).map(
        ({ label, value, isTyped }) =>
          html`<div>
            <dt>${label}</dt>
            <dd dir=${isTyped ? 'auto' : nothing}>${value}</dd>
          </div>`,
      )}
    </dl>`;
}

function confirmation(view: OpinionView, setting: Setting, gestures: FollowGestures) {
  return html`<div class="note bad" role="group" aria-labelledby="follow-confirmation">
    ${subheading(
      setting.level + 2,
      msg('Voulez-vous vraiment retirer votre avis\u202F?', { id: 'follow-confirm' }),
      'follow-confirmation',
    )}
    <p>
      ${msg(
        'Nous effacerons tout de suite vos réponses, vos textes, votre adresse e-mail et les réponses du service. S’il est publié, votre avis disparaîtra du site.',
        { id: 'follow-confirm-what' },
      )}
    </p>
    <p>${msg('Vous ne pourrez pas revenir en arrière.', { id: 'follow-confirm-final' })}</p>
    ${troubleOf(view, (gesture) => gesture.type === 'withdraw', setting, gestures)}
    <button type="button" data-focus="confirm" aria-disabled=${disabledWhile(view)} @click=${gestures.onConfirm}>
      ${msg('Oui, effacer mon avis', { id: 'follow-confirm-yes' })}
    </button>
    <button type="button" aria-disabled=${disabledWhile(view)} @click=${gestures.onKeep}>
      ${msg('Non, garder mon avis', { id: 'follow-confirm-no' })}
    </button>
  </div>`;
}

function actionsTemplate(view: OpinionView, setting: Setting, gestures: FollowGestures) {
  const button = (name: string, label: string, onClick: () => void) =>
    html`<button type="button" data-focus=${name} aria-disabled=${disabledWhile(view)} @click=${onClick}>${label}</button>`;
  return html`${subheading(setting.level + 1, msg('Que voulez-vous faire\u202F?', { id: 'follow-actions' }))}
    <div class="row">
      ${
        view.canChange
          ? html`${button('correct', msg('Corriger mon avis', { id: 'follow-correct' }), gestures.onCorrect)}
            ${button('withdraw', msg('Retirer mon avis', { id: 'follow-withdraw' }), gestures.onWithdraw)}`
          : nothing
      }
      ${button('download', msg('Télécharger tout ce que le service garde', { id: 'follow-download' }), gestures.onDownload)}
      ${button('print', msg('Imprimer', { id: 'follow-print' }), gestures.onPrint)}
    </div>
    ${troubleOf(view, (gesture) => gesture.type === 'download', setting, gestures)}
    ${view.isConfirming ? confirmation(view, setting, gestures) : nothing}`;
}

export function opinionTemplate(view: OpinionView, setting: Setting, gestures: FollowGestures): TemplateResult {
  const { followUp, standing, asOf, succeeded } = view;
  return html`
    ${succeeded === 'withdraw' ? html`<p class="note good">${msg('C’est fait. Votre avis est retiré.', { id: 'follow-say-withdrawn' })}</p>` : nothing}
    <p>
      ${msg('Référence', { id: 'follow-reference' })} <bdi>${followUp.reference}</bdi>
    </p>
    <p class="follow-strong">${standingSentence(standing, followUp.opinion?.publish ?? false)}</p>
    ${refusalTemplate(view)} ${datesTemplate(view, setting)}
    <div class="row">
      <p>${msg(str`À jour à ${timeText(asOf, setting.locale)}.`, { id: 'follow-as-of' })}</p>
      <button type="button" data-focus="refresh" aria-disabled=${disabledWhile(view)} @click=${gestures.onRefresh}>
        ${msg('Actualiser', { id: 'follow-refresh' })}
      </button>
    </div>
    ${troubleOf(view, (gesture) => gesture.type === 'refresh', setting, gestures)}
    ${answersTemplate(view, setting, gestures)} ${ownWords(view, setting)} ${actionsTemplate(view, setting, gestures)}
  `;
}
