/** The sentences of the form that depend on a value. Called while drawing: `msg()` answers in the element's language. */
import type { Question } from '@spplus/contract/opinion';
import { msg } from '@spplus/ui/localize';

/** The official wording of commitment 6 of Services Publics+ for the first question; that of a page is ours. */
export const firstQuestionText = (question: Question): string =>
  question === 'page'
    ? msg('Cette page vous a-t-elle été utile\u202F?', { id: 'page-question' })
    : msg(
        'Globalement, êtes-vous satisfait de la qualité de service rendu par le service public avec lequel vous avez été en contact\u202F?',
        { id: 'form-overall' },
      );
