/** The words of the scales, shared by the form and the summary of an opinion. */
import type { Question, Scale } from '@spplus/contract/opinion-terms';
import { msg } from '@spplus/ui/localize';

/** What is asked with « est-ce que » is answered with yes and no; satisfaction is worded as such. */
const isSatisfaction = (question: Question): boolean => question === 'overall' || question === 'delay';

/** The words that answer a question, from worst to best; marks out of ten have none. */
export function scaleWords(question: Question, scale: Scale): string[] {
  const steps = {
    two: () => [msg('Non', { id: 'follow-no' }), msg('Oui', { id: 'follow-yes' })],
    three: () =>
      isSatisfaction(question)
        ? [
            msg('Pas satisfait', { id: 'follow-three-1' }),
            msg('Ni satisfait ni mécontent', { id: 'follow-three-2' }),
            msg('Satisfait', { id: 'follow-three-3' }),
          ]
        : [msg('Non', { id: 'no' }), msg('Moyennement', { id: 'form-three-2' }), msg('Oui', { id: 'yes' })],
    four: () => [
      msg('Pas du tout', { id: 'follow-four-1' }),
      msg('Plutôt pas', { id: 'follow-four-2' }),
      msg('Plutôt', { id: 'follow-four-3' }),
      msg('Tout à fait', { id: 'follow-four-4' }),
    ],
    ten: () => [],
  };
  return steps[scale]();
}
