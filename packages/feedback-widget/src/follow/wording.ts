/** The sentences of the follow-up. Called while drawing, so that `msg()` answers in the element's language. */
import type { Outcome } from '@spplus/contract/answer';
import type { RefusalReason } from '@spplus/contract/moderation';
import { msg, str } from '@spplus/ui/localize';
import type { Field, FieldFault } from './feedback-follow.ts';
import type { Announcement, Standing } from './feedback-follow-view.ts';
import type { Trouble } from './trouble.ts';

/** `1 décembre 2026` in the element's language and the reader's time zone. `at`: an RFC 3339 instant. */
export const dateText = (at: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(at));

/** `16 h 50` in French, `4:50 PM` in English. */
export function timeText(at: number, locale: string): string {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  return locale === 'fr' ? time.replace(':', '\u00A0h\u00A0') : time;
}

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
      return msg('Il permet de reconnaître une personne : un nom, une adresse ou un numéro.', { id: 'follow-refusal-personal-data' });
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

/** Under this, a wait is told as a duration: a clock time would be the present minute. */
const shortWait = 60_000;

/** `now` in milliseconds since 1970. */
export function troubleSentence({ kind, retryAt }: Trouble, now: number, locale: string): string {
  switch (kind) {
    case 'offline':
      return msg('Nous n’arrivons pas à joindre le service. Vérifiez votre connexion à internet, puis réessayez.', {
        id: 'follow-trouble-offline',
      });
    case 'timeout':
      return msg('Le service met trop de temps à répondre. Réessayez dans un moment.', { id: 'follow-trouble-timeout' });
    case 'busy': {
      if (retryAt === undefined || retryAt - now <= shortWait) {
        return msg('Le service reçoit trop de demandes. Réessayez dans une minute.', { id: 'follow-trouble-busy' });
      }
      // Rounded up: at the minute told, the wait is over.
      const time = timeText(Math.ceil(retryAt / 60_000) * 60_000, locale);
      return msg(str`Le service reçoit trop de demandes. Réessayez à partir de ${time}.`, { id: 'follow-trouble-busy-until' });
    }
    case 'server':
      return msg('Le service a un problème technique. Réessayez dans quelques minutes.', { id: 'follow-trouble-server' });
    case 'invalid-answer':
      return msg('Nous n’arrivons pas à lire la réponse du service. Rechargez la page, puis réessayez.', {
        id: 'follow-trouble-invalid',
      });
    case 'refused':
      return msg('Le service n’a pas accepté cette demande. Actualisez votre avis, puis réessayez.', {
        id: 'follow-trouble-refused',
      });
  }
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
