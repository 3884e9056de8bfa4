/** Events of the list of improvements. */

/** The entries could not be read, wholly or in part; the console says how many. */
export class ImprovementsErrorEvent extends Event {
  constructor() {
    super('spplus-improvements-error', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'spplus-improvements-error': ImprovementsErrorEvent;
  }
}
