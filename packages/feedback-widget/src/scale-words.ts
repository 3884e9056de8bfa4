/** The words of the scales, shared by the form and the summary of an opinion. */
import type { Scale } from '@spplus/contract/opinion-terms';
import { msg } from '@spplus/ui/localize';

/** The words of a scale, from worst to best; marks out of ten have none. */
export function scaleWords(scale: Scale): string[] {
  const steps = {
    two: () => [msg('Non', { id: 'follow-no' }), msg('Oui', { id: 'follow-yes' })],
    three: () => [
      msg('Pas satisfait', { id: 'follow-three-1' }),
      msg('Ni satisfait ni mécontent', { id: 'follow-three-2' }),
      msg('Satisfait', { id: 'follow-three-3' }),
    ],
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
