/** Opening lines of the Annuaire de l’administration (`plage_ouverture`) as schedules. */
import type { ContactFault, Schedule } from './contact.ts';

export type OpeningLines = {
  counter?: Schedule;
  /** Hours of the telephone that a comment gave. */
  telephone?: Schedule;
  faults: readonly ContactFault[];
};

/**
 * Reads `plage_ouverture` in every shape it comes in: JSON text, list, one object, null, "". Never throws. `comments:
 * false` sets the comments of the lines aside, to judge ranges and zones alone.
 */
export function readOpeningLines(_value: unknown, _options: { comments?: boolean } = {}): OpeningLines {
  return { faults: [] };
}
