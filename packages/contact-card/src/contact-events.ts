/** Events of the contact card. They say what happened, never a number or an address. */
import type { ContactFault } from '@spplus/domain/contact';

/** What a visitor may do with a card. */
export type ContactAction = 'call' | 'write' | 'copy' | 'map' | 'print' | 'save' | 'report';

/**
 * A visitor used the card: called, wrote, copied the address, opened a map, printed, saved it, or reports an error in it. A page that
 * takes reports itself prevents the default, and the card leads nowhere else.
 */
export class ContactActionEvent extends Event {
  readonly action: ContactAction;
  constructor(action: ContactAction) {
    super('spplus-contact-action', { bubbles: true, composed: true, cancelable: true });
    this.action = action;
  }
}

/** The data could not be read, wholly or in part; the same is written in the console. */
export class DataErrorEvent extends Event {
  readonly faults: readonly ContactFault[];
  constructor(faults: readonly ContactFault[]) {
    super('spplus-data-error', { bubbles: true, composed: true });
    this.faults = faults;
  }
}

declare global {
  interface HTMLElementEventMap {
    'spplus-contact-action': ContactActionEvent;
    'spplus-data-error': DataErrorEvent;
  }
}
