/** The receipt: shown once, in letters that can be copied by hand. */
import { heading } from '@spplus/ui/heading';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { dateText } from '../dates.ts';
import { receiptLink } from '../follow/receipt-code.ts';
import type { Receipt, State } from './feedback-form.ts';
import type { FormContext } from './form-gestures.ts';

/** What happens next, by when, and when all is erased. */
function nextSteps({ answerBy, emailErasedAt, erasedAt }: Receipt, locale: string): TemplateResult {
  const day = (at: string) => dateText(at, locale);
  return html`<ul>
    ${
      answerBy
        ? html`<li>${msg(str`Un agent lit votre avis. Le service vous répond au plus tard le ${day(answerBy)}.`, { id: 'receipt-answer-by' })}</li>`
        : nothing
    }
    <li>${msg('Avec ce reçu, vous pouvez lire la réponse, corriger votre avis ou le retirer.', { id: 'receipt-use' })}</li>
    ${
      emailErasedAt
        ? html`<li>${msg(str`Votre adresse e-mail est effacée au plus tard le ${day(emailErasedAt)}.`, { id: 'receipt-email-erased' })}</li>`
        : nothing
    }
    <li>${msg(str`Votre avis est effacé au plus tard le ${day(erasedAt)}.`, { id: 'receipt-erased' })}</li>
  </ul>`;
}

function codes(receipt: Receipt, link: string, copied: string | undefined, { gestures }: FormContext): TemplateResult {
  const { reference, secret } = receipt;
  const copy = (what: 'receipt' | 'link', text: string, label: string) =>
    html`<button type="button" class="small" @click=${() => gestures.onCopy(what, text)}>${label}</button>`;
  return html`<p>${msg('Gardez ce reçu\u202F: le code secret ne sera plus affiché.', { id: 'receipt-keep' })}</p>
    <dl>
      <div>
        <dt>${msg('Référence', { id: 'follow-reference' })}</dt>
        <dd><bdi class="code" dir="ltr">${reference}</bdi></dd>
      </div>
      <div>
        <dt>${msg('Code secret', { id: 'follow-secret' })}</dt>
        <dd><bdi class="code" dir="ltr" id="secret">${secret}</bdi></dd>
      </div>
    </dl>
    <p class="print-only">${link}</p>
    <div class="row no-print">
      ${copy('receipt', `${reference} ${secret}`, msg('Copier le reçu', { id: 'receipt-copy' }))}
      ${copy('link', link, msg('Copier le lien du reçu', { id: 'receipt-copy-link' }))}
      <button type="button" class="small" @click=${gestures.onPrint}>${msg('Imprimer', { id: 'receipt-print' })}</button>
      ${copied ? html`<span>✓ ${msg('Copié', { id: 'receipt-copied' })}</span>` : nothing}
    </div>`;
}

export function receiptTemplate(
  { receipt, copied }: Extract<State, { view: 'receipt' }>,
  service: string,
  context: FormContext,
): TemplateResult {
  const { mode, headingLevel, locale, gestures } = context;
  const { reference, secret } = receipt;
  const link = receiptLink(location.origin + location.pathname + location.search, { service, reference, secret });
  if (mode === 'page') {
    return html`<div class="note good" id="done" tabindex="-1"><p>${msg('Merci, votre réponse est enregistrée.', { id: 'form-saved-page' })}</p></div>
      <details>
        <summary>${msg('Garder un reçu', { id: 'receipt-details' })}</summary>
        ${codes(receipt, link, copied, context)} ${nextSteps(receipt, locale)}
      </details>`;
  }
  return html`${heading({ level: headingLevel, text: msg('Merci, votre avis est reçu', { id: 'receipt-heading' }), id: 'done' })}
    ${codes(receipt, link, copied, context)}
    ${heading({ level: headingLevel + 1, text: msg('Et maintenant\u202F?', { id: 'receipt-next' }), className: 'subheading' })}
    ${nextSteps(receipt, locale)}
    <div class="row no-print"><button type="button" @click=${gestures.onLeave}>${msg('Terminer', { id: 'form-finish' })}</button></div>`;
}
