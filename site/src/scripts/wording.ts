/** How values of the contract are said in French on this site. */
import type { Flag } from '@spplus/contract/agent';
import type { Outcome } from '@spplus/contract/answer';
import type { FeedbackStatus } from '@spplus/contract/feedback';
import type { RefusalReason } from '@spplus/contract/moderation';
import type { Channel, Question, Rating } from '@spplus/contract/opinion';
import { ApiError } from '@spplus/api-client/api-error';

export const questionNames: Readonly<Record<Question, string>> = {
  overall: 'Satisfaction',
  delay: 'Délai',
  access: 'Contact',
  effort: 'Simplicité',
  relation: 'Accueil',
  online: 'Démarche en ligne',
  page: 'Page utile',
};

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  explained: 'Explication donnée',
  fixed: 'Problème réglé',
  planned: 'Amélioration prévue',
  'not-possible': 'Demande impossible à satisfaire',
  forwarded: 'Transmis au service concerné',
};

export const refusalNames: Readonly<Record<RefusalReason, string>> = {
  insult: 'Propos insultants',
  'personal-data': 'Données personnelles',
  'off-topic': 'Hors sujet',
  advertising: 'Publicité',
  unlawful: 'Contraire à la loi',
  unreadable: 'Illisible',
};

export const flagNames: Readonly<Record<Flag, string>> = {
  distress: 'Détresse possible',
  threat: 'Menace possible',
  'personal-data': 'Données personnelles possibles',
  trap: 'Robot possible (piège)',
  'too-fast': 'Robot possible (trop rapide)',
};

export const statusNames: Readonly<Record<FeedbackStatus, string>> = {
  pending: 'À lire',
  accepted: 'Accepté',
  refused: 'Refusé',
  withdrawn: 'Retiré par la personne',
};

export const channelNames: Readonly<Record<Channel, string>> = {
  counter: 'à l’accueil',
  phone: 'par téléphone',
  email: 'par courriel',
  online: 'en ligne',
  post: 'par courrier',
  video: 'en visio',
  home: 'à domicile',
  other: 'autrement',
};

const scaleWords: Readonly<Record<Rating['scale'], readonly string[]>> = {
  two: ['non', 'oui'],
  three: ['non', 'ni oui ni non', 'oui'],
  four: ['pas du tout', 'plutôt pas', 'plutôt oui', 'tout à fait'],
  ten: [],
};

/** « Délai : plutôt oui », with a narrow no-break space before the colon. */
export function sayRating({ question, scale, value }: Rating): string {
  return `${questionNames[question]}\u202F: ${scaleWords[scale][value - 1] ?? `${value} sur 10`}`;
}

/** Which half of its scale a rating falls in; the middle of three steps is neither. */
export function leaning({ scale, value }: Rating): 'good' | 'bad' | 'neutral' {
  const steps = { two: 2, three: 3, four: 4, ten: 10 }[scale];
  const middle = (steps + 1) / 2;
  return value > middle ? 'good' : value < middle ? 'bad' : 'neutral';
}

export const sayDate = (instant: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(instant));

/** « 12 mai 2026 », or « mai 2026 » for a month alone. */
export function sayDateOrMonth(date: string): string {
  const style = date.length > 7 ? ({ dateStyle: 'long' } as const) : ({ month: 'long', year: 'numeric' } as const);
  return new Intl.DateTimeFormat('fr-FR', { ...style, timeZone: 'UTC' }).format(new Date(date));
}

/** What happened and what to do next, for any failure of a call. */
export function sayFailure(error: unknown): string {
  if (!(error instanceof ApiError)) return 'Une erreur inattendue s’est produite. Rechargez la page.';
  switch (error.kind) {
    case 'offline':
      return 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.';
    case 'timeout':
      return 'Le serveur met trop de temps à répondre. Réessayez dans un moment.';
    case 'busy':
      return 'Le service reçoit beaucoup de demandes. Réessayez dans une minute.';
    case 'refused':
      return error.status === 409
        ? 'Cet avis a changé entre-temps. Relisez-le avant de décider.'
        : 'Le serveur a refusé cette action. Rechargez la page, puis réessayez.';
    default:
      return 'Le service a un problème. Réessayez dans un moment.';
  }
}
