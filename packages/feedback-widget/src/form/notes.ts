/** What stands above a step: a draft that was brought back, what has to be mended. */
import { heading } from '@spplus/ui/heading';
import { msg } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Asking, FieldFault } from './feedback-form.ts';
import type { FormContext } from './form-gestures.ts';

function faultSentence({ field, fault }: FieldFault): string {
  if (fault === 'malformed') {
    return msg('Cette adresse e-mail n’est pas complète. Exemple\u202F: prenom.nom@exemple.fr', {
      id: 'form-fault-email',
    });
  }
  if (fault === 'too-long') return msg('Ce texte est trop long. Raccourcissez-le.', { id: 'form-fault-long' });
  return field === 'title'
    ? msg('Donnez un titre à votre récit.', { id: 'form-fault-title' })
    : msg('Racontez ce qui s’est passé.', { id: 'form-fault-happened' });
}

/** The sentence beside a field at fault. */
export const errorOf = ({ faults }: Asking, field: FieldFault['field']): string | undefined => {
  const fault = faults.find((one) => one.field === field);
  return fault && faultSentence(fault);
};

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

export const notes = (state: Asking, context: FormContext): TemplateResult =>
  html`${restoredNote(state, context)} ${errorSummary(state, context)}`;
