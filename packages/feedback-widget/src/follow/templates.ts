/** What the follow-up draws: the fields that ask for a receipt, the wait, what went wrong. The opinion is in opinion-templates.ts. */
import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '@spplus/ui/form-field';
import { heading } from '@spplus/ui/heading';
import { msg } from '@spplus/ui/localize';
import type { Field } from './feedback-follow.ts';
import type { FollowView } from './feedback-follow-view.ts';
import { opinionTemplate } from './opinion-templates.ts';
import { troubleSentence, type Trouble } from '../trouble.ts';
import { fieldFaultSentence } from './wording.ts';

/** What a person may do; each handler turns a gesture into one intention. */
export interface FollowGestures {
  onType(field: Field, value: string): void;
  onSubmit(): void;
  onRetry(): void;
  onReview(): void;
  onRefresh(): void;
  onDownload(): void;
  onPrint(): void;
  onCorrect(): void;
  onWithdraw(): void;
  onKeep(): void;
  onConfirm(): void;
  onRate(answer: string, useful: boolean): void;
  onLeave(): void;
}

/** What drawing needs besides the view. */
export interface Setting {
  /** Language of dates. */
  locale: string;
  /** Level of the first heading. */
  level: number;
  /** The present, in milliseconds since 1970. */
  now: number;
}

type AskView = Extract<FollowView, { screen: 'ask' }>;

/** Focus reads it whole, so it is no live region: it would be said twice. */
export function troubleBox(trouble: Trouble, { locale, now }: Setting, gestures: FollowGestures): TemplateResult {
  return html`<div class="note bad" role="group" aria-labelledby="follow-trouble" tabindex="-1" data-focus="trouble">
    <p id="follow-trouble">${troubleSentence(trouble, now, locale)}</p>
    <button type="button" @click=${gestures.onRetry}>${msg('Réessayer', { id: 'follow-retry' })}</button>
  </div>`;
}

function receiptField(field: Field, label: string, hint: string, { typed, faults }: AskView, gestures: FollowGestures) {
  const found = faults.find((each) => each.field === field);
  return textField({
    id: `follow-${field}`,
    label,
    hint,
    error: found && fieldFaultSentence(field, found.fault),
    value: typed[field],
    onInput: (value) => gestures.onType(field, value),
  });
}

/** A link to each field at fault. The click moves focus itself: a fragment would change the page's address. */
function faultLink(field: Field, sentence: string) {
  const toField = (event: Event) => {
    event.preventDefault();
    ((event.target as HTMLElement).getRootNode() as ShadowRoot).getElementById(`follow-${field}`)?.focus();
  };
  return html`<li><a href="#follow-${field}" @click=${toField}>${sentence}</a></li>`;
}

function summary({ faults, isUnknown }: AskView, { level }: Setting) {
  if (isUnknown) {
    return html`<div class="note bad" role="group" aria-labelledby="follow-unknown" tabindex="-1" data-focus="summary">
      <p id="follow-unknown">
        ${msg('Nous ne trouvons pas d’avis avec cette référence et ce code secret.', { id: 'follow-unknown' })}
      </p>
      <p>
        ${msg('Vérifiez chaque groupe de 4 caractères. Vérifiez aussi que le reçu vient bien de ce service.', {
          id: 'follow-unknown-check',
        })}
      </p>
    </div>`;
  }
  if (faults.length === 0) return nothing;
  return html`<div class="error-summary" role="group" aria-labelledby="follow-faults" tabindex="-1" data-focus="summary">
    ${heading({
      level: level + 1,
      id: 'follow-faults',
      className: 'subheading',
      text: msg('Il y a quelque chose à corriger', { id: 'follow-summary' }),
    })}
    <ul>
      ${faults.map(({ field, fault }) => faultLink(field, fieldFaultSentence(field, fault)))}
    </ul>
  </div>`;
}

function askTemplate(view: AskView, setting: Setting, gestures: FollowGestures): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    gestures.onSubmit();
  };
  return html`<form novalidate autocomplete="off" @submit=${submit}>
    ${summary(view, setting)}
    <p>${msg('Prenez votre reçu. Les deux champs sont obligatoires.', { id: 'follow-intro' })}</p>
    ${receiptField(
      'reference',
      msg('Référence', { id: 'follow-reference' }),
      msg('8 lettres et chiffres, par exemple A7K3-M9QX. Vous pouvez aussi coller ici le lien de votre reçu.', {
        id: 'follow-reference-hint',
      }),
      view,
      gestures,
    )}
    ${receiptField(
      'secret',
      msg('Code secret', { id: 'follow-secret' }),
      msg('20 lettres et chiffres. Les majuscules et les tirets ne comptent pas.', { id: 'follow-secret-hint' }),
      view,
      gestures,
    )}
    <button type="submit" class="primary">${msg('Voir mon avis', { id: 'follow-submit' })}</button>
  </form>`;
}

const reviewButton = ({ onReview }: FollowGestures) =>
  html`<button type="button" @click=${onReview}>${msg('Revoir la référence et le code', { id: 'follow-review' })}</button>`;

function screenTemplate(view: FollowView, setting: Setting, gestures: FollowGestures): TemplateResult {
  switch (view.screen) {
    case 'ask':
      return askTemplate(view, setting, gestures);
    case 'wait':
      return html`<p>${msg('Nous cherchons votre avis.', { id: 'follow-say-loading' })}</p>
        ${reviewButton(gestures)}`;
    case 'trouble':
      return html`${troubleBox(view.trouble, setting, gestures)} ${reviewButton(gestures)}`;
    case 'opinion':
      return opinionTemplate(view, setting, gestures);
  }
}

/** One heading for all screens: it stays in place while they change, and so does the focus that is on it. */
export function followTemplate(view: FollowView, setting: Setting, gestures: FollowGestures): TemplateResult {
  return html`<section class="follow" aria-labelledby="follow-title">
    ${heading({ level: setting.level, id: 'follow-title', text: msg('Suivre mon avis', { id: 'follow-title' }) })}
    ${screenTemplate(view, setting, gestures)}
    <div class="row no-print">
      <button type="button" @click=${gestures.onLeave}>${msg('Fermer et effacer', { id: 'follow-leave' })}</button>
      <p>${msg('La référence et le code secret s’effacent de cette page.', { id: 'follow-leave-why' })}</p>
    </div>
  </section>`;
}
