/** What a person must notice after a change: where they go on, and what is said to those who do not see it. */
import { msg } from '@spplus/ui/localize';
import type { FeedbackMode } from '../feedback-part.ts';
import type { Intention, State } from './feedback-form.ts';

/** Where the person goes on after a change of view, a failure they wait for, or faults. Nowhere else is focus moved. */
export function focusAfter(before: State, state: State, mode: FeedbackMode): string | undefined {
  if (state.view === 'receipt') return before.view === 'receipt' ? undefined : 'done';
  if (state.view === 'checking' && before.view !== 'checking') return 'check';
  if (
    state.view === 'asking' &&
    state.faults.length > 0 &&
    (before.view !== 'asking' || before.faults !== state.faults)
  )
    return 'summary';
  if (state.delivery.status === 'failed' && state.delivery.awaited) return before === state ? undefined : 'trouble';
  if (state.view === 'asking' && before.view === 'asking' && before.step !== state.step && before.step !== 'rate') {
    return state.step === 'details' && mode !== 'experience' ? 'title-form' : 'step';
  }
  return undefined;
}

/** Said when something changes that focus does not read. */
export function sentenceAfter(intention: Intention, state: State, mode: FeedbackMode): string | undefined {
  switch (intention.type) {
    case 'saved':
      if (state.view === 'receipt') return undefined;
      return mode === 'page'
        ? msg('Merci, votre réponse est enregistrée.', { id: 'form-saved-page' })
        : msg('Votre avis est enregistré. Vous pouvez le compléter.', { id: 'form-saved' });
    case 'sending':
      return state.view !== 'receipt' && state.delivery.awaited
        ? msg('Envoi en cours…', { id: 'form-sending' })
        : undefined;
    case 'proving':
      return msg('Vérification en cours. Patientez quelques secondes.', { id: 'form-proving' });
    case 'failed':
      return state.view !== 'receipt' && !state.delivery.awaited
        ? msg('Votre avis n’est pas encore envoyé.', { id: 'form-not-sent' })
        : undefined;
    case 'searched':
      return intention.findings.length > 0
        ? msg('Votre texte contient une donnée à masquer.', { id: 'form-found-said' })
        : undefined;
    case 'masked':
      return msg('Masqué.', { id: 'form-masked' });
    case 'copied':
      return msg('Copié', { id: 'receipt-copied' });
    default:
      return undefined;
  }
}
