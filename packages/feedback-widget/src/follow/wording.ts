/** The sentences of the follow-up. Called while drawing, so that `msg()` answers in the element's language. */
import type { Outcome } from '@spplus/contract/answer';
import type { RefusalReason } from '@spplus/contract/moderation';
import { msg, str } from '@spplus/ui/localize';
import type { Field, FieldFault } from './feedback-follow.ts';
import type { Announcement, Standing } from './feedback-follow-view.ts';

export function standingSentence(standing: Standing, publish: boolean): string {
  switch (standing) {
    case 'being-read':
      return publish
        ? msg('Un agent lit votre avis avant de le publier.', { id: 'follow-being-read' })
        : msg('Un agent va lire votre avis. Il ne sera pas publié.', { id: 'follow-being-read-private' });
    case 'accepted':
      return msg('Votre avis est accepté. Il compte dans les résultats du service.', { id: 'follow-accepted' });
    case 'published':
      return msg('Votre avis est publié.', { id: 'follow-published' });
    case 'refused':
      return msg('Votre avis n’est pas accepté. Vous pouvez le réécrire.', { id: 'follow-refused' });
    case 'withdrawn':
      return msg('Vous avez retiré cet avis. Son contenu est effacé.', { id: 'follow-withdrawn' });
    case 'erased':
      return msg('La durée de conservation est passée. Le contenu de cet avis est effacé.', { id: 'follow-erased' });
  }
}

export function refusalSentence(reason: RefusalReason): string {
  switch (reason) {
    case 'insult':
      return msg('Il contient des propos insultants.', { id: 'follow-refusal-insult' });
    case 'personal-data':
      return msg('Il permet de reconnaître une personne\u202F: un nom, une adresse ou un numéro.', {
        id: 'follow-refusal-personal-data',
      });
    case 'off-topic':
      return msg('Il ne parle pas de ce service public.', { id: 'follow-refusal-off-topic' });
    case 'advertising':
      return msg('Il contient de la publicité.', { id: 'follow-refusal-advertising' });
    case 'unlawful':
      return msg('Il contient des propos que la loi interdit.', { id: 'follow-refusal-unlawful' });
    case 'unreadable':
      return msg('Nous n’avons pas réussi à le comprendre.', { id: 'follow-refusal-unreadable' });
  }
}

export function outcomeSentence(outcome: Outcome): string {
  switch (outcome) {
    case 'explained':
      return msg('Le service vous explique ce qui s’est passé.', { id: 'follow-outcome-explained' });
    case 'fixed':
      return msg('Le problème est réglé.', { id: 'follow-outcome-fixed' });
    case 'planned':
      return msg('Un changement est prévu.', { id: 'follow-outcome-planned' });
    case 'not-possible':
      return msg('Ce n’est pas possible. Le service vous dit pourquoi.', { id: 'follow-outcome-not-possible' });
    case 'forwarded':
      return msg('Votre avis est transmis au service compétent.', { id: 'follow-outcome-forwarded' });
  }
}

export function fieldFaultSentence(field: Field, fault: FieldFault): string {
  if (field === 'reference') {
    return fault === 'missing'
      ? msg('Écrivez la référence de votre avis.', { id: 'follow-reference-missing' })
      : msg('La référence compte 8 lettres et chiffres, par exemple A7K3-M9QX. Vérifiez-la sur votre reçu.', {
          id: 'follow-reference-malformed',
        });
  }
  return fault === 'missing'
    ? msg('Écrivez le code secret de votre reçu.', { id: 'follow-secret-missing' })
    : msg('Le code secret compte 20 lettres et chiffres, en 5 groupes de 4. Vérifiez-le sur votre reçu.', {
        id: 'follow-secret-malformed',
      });
}

/** What is said aloud; `standing` and `asOf` are those of the opinion shown. */
export function announcementSentence(announcement: Announcement, standing: string, asOf: string): string {
  switch (announcement) {
    case 'loading':
      return msg('Nous cherchons votre avis.', { id: 'follow-say-loading' });
    case 'standing':
      return standing;
    case 'sending':
      return msg('Demande en cours.', { id: 'follow-say-sending' });
    case 'withdrawn':
      return msg('C’est fait. Votre avis est retiré.', { id: 'follow-say-withdrawn' });
    case 'refreshed':
      return msg(str`À jour à ${asOf}.`, { id: 'follow-as-of' });
    case 'downloaded':
      return msg('Le fichier est prêt.', { id: 'follow-say-downloaded' });
    case 'rated':
      return msg('Merci, votre réponse est enregistrée.', { id: 'follow-say-rated' });
  }
}
