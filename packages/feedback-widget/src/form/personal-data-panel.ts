/** Personal data found in a text, and the gestures that mask it. Loaded with the detector, when somebody writes. */
import type { PersonalDataKind } from '@spplus/domain/personal-data';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing } from 'lit';
import type { TextName } from './answers.ts';
import type { Asking } from './feedback-form.ts';
import type { FormGestures } from './form-gestures.ts';

export { findPersonalData, maskFindings } from '@spplus/domain/personal-data';

export function findingText(kind: PersonalDataKind): string {
  switch (kind) {
    case 'email':
      return msg('adresse e-mail', { id: 'form-found-email' });
    case 'phone':
      return msg('numéro de téléphone', { id: 'form-found-phone' });
    case 'nir':
      return msg('numéro de sécurité sociale', { id: 'form-found-nir' });
    case 'iban':
      return msg('numéro de compte', { id: 'form-found-iban' });
    case 'person-name':
      return msg('nom de personne', { id: 'form-found-name' });
  }
}

export function foundIn(name: TextName, { answers, findings, unmasked }: Asking, gestures: FormGestures) {
  const text = answers[name];
  const present = findings[name] ?? [];
  const undo =
    unmasked?.field === name
      ? html`<button type="button" class="plain small" @click=${gestures.onUnmask}>${msg('Annuler le masquage', { id: 'form-unmask' })}</button>`
      : nothing;
  if (present.length === 0) return undo;
  const isOnlyNames = present.every(({ kind }) => kind === 'person-name');
  return html`<div class="note" id="${name}-found" tabindex="-1">
      <p>
        ${
          isOnlyNames
            ? msg(
                'Ne nommez personne\u202F: écrivez «\u202Fl’agent\u202F» ou «\u202Fla personne\u202F». Vous pouvez masquer ce nom.',
                {
                  id: 'form-names',
                },
              )
            : msg('Ce texte contient des données personnelles. Masquez-les avant d’envoyer.', { id: 'form-found' })
        }
      </p>
      <ul class="findings">
        ${present.map((finding) => {
          const extract = text.slice(finding.start, finding.end);
          return html`<li class="row">
            <span>${findingText(finding.kind)} <q><bdi>${extract}</bdi></q></span>
            <button
              type="button"
              class="small"
              aria-label=${msg(str`Masquer ${extract}`, { id: 'form-mask-one' })}
              @click=${() => gestures.onMask(name, [finding])}
            >
              ${msg('Masquer', { id: 'form-mask' })}
            </button>
          </li>`;
        })}
      </ul>
      ${
        present.length > 1
          ? html`<button type="button" class="small" @click=${() => gestures.onMask(name, present)}>${msg('Tout masquer', { id: 'form-mask-all' })}</button>`
          : nothing
      }
    </div>
    ${undo}`;
}
