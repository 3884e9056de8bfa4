/** The sentences of the form that depend on a value. Called while drawing: `msg()` answers in the element's language. */
import type { Question } from '@spplus/contract/opinion';
import type { PersonalDataKind } from '@spplus/domain/personal-data';
import { msg } from '@spplus/ui/localize';
import type { FieldFault, Step } from './feedback-form.ts';

/** The official wordings of commitment 6 of Services Publics+; `online` and `page` are ours. */
export function questionText(question: Question): string {
  switch (question) {
    case 'overall':
      return msg(
        'Globalement, êtes-vous satisfait de la qualité de service rendu par le service public avec lequel vous avez été en contact ?',
        { id: 'form-overall' },
      );
    case 'delay':
      return msg(
        'Avez-vous été satisfait du délai de traitement / prise en charge de votre demande / démarche par ce service public ?',
        { id: 'form-delay' },
      );
    case 'access':
      return msg('A-t-il été facile d’entrer en contact avec ce service public ?', { id: 'form-access' });
    case 'effort':
      return msg('Estimez-vous qu’il a été simple de réaliser votre/vos démarches auprès de ce service public ?', {
        id: 'form-effort',
      });
    case 'relation':
      return msg('Estimez-vous avoir été accueilli avec bienveillance et respect par ce service public ?', {
        id: 'form-relation',
      });
    case 'online':
      return msg('Quelle note donnez-vous à la démarche en ligne, de 1 à 10 ?', { id: 'form-online' });
    case 'page':
      return msg('Cette page vous a-t-elle été utile ?', { id: 'page-question' });
  }
}

/** Satisfaction is worded as such; what is asked with « est-ce que » is answered with yes and no. */
export function threeWords(question: Question): string[] {
  return question === 'overall' || question === 'delay'
    ? [
        msg('Pas satisfait', { id: 'follow-three-1' }),
        msg('Ni satisfait ni mécontent', { id: 'follow-three-2' }),
        msg('Satisfait', { id: 'follow-three-3' }),
      ]
    : [
        msg('Non', { id: 'no' }),
        msg('Moyennement', { id: 'form-three-2' }),
        msg('Oui', { id: 'yes' }),
      ];
}

export function stepTitle(step: Step): string {
  switch (step) {
    case 'story':
      return msg('Votre récit', { id: 'form-step-story' });
    case 'person':
      return msg('Vous et la suite', { id: 'form-step-person' });
    default:
      return msg('Le service', { id: 'form-step-details' });
  }
}

export function faultSentence({ field, fault }: FieldFault): string {
  if (fault === 'malformed') {
    return msg('Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.fr', { id: 'form-fault-email' });
  }
  return field === 'title'
    ? msg('Donnez un titre à votre récit.', { id: 'form-fault-title' })
    : msg('Racontez ce qui s’est passé.', { id: 'form-fault-happened' });
}

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
