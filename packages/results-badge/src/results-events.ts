/** Events of the results badge. */
import type { ResultFault } from '@spplus/domain/results';

/** The panel of all results was opened or closed. */
export class ResultsToggleEvent extends Event {
  readonly open: boolean;
  constructor(open: boolean) {
    super('spplus-results-toggle', { bubbles: true, composed: true });
    this.open = open;
  }
}

/** The data could not be read, wholly or in part; the same is written in the console. */
export class ResultsErrorEvent extends Event {
  readonly faults: readonly ResultFault[];
  constructor(faults: readonly ResultFault[]) {
    super('spplus-results-error', { bubbles: true, composed: true });
    this.faults = faults;
  }
}

declare global {
  interface HTMLElementEventMap {
    'spplus-results-toggle': ResultsToggleEvent;
    'spplus-results-error': ResultsErrorEvent;
  }
}
