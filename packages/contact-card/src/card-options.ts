/** What the parts of a full card are told besides the place. */
import type { ContactAction } from './contact-events.ts';
import type { Moment } from './status-template.ts';

export interface CardOptions extends Moment {
  headingLevel: number;
  /** Address of a map, with `{lat}`, `{lon}` and `{address}` to fill in. */
  mapUrl: string;
  /** Page where an error in the card is reported. */
  reportUrl: string | undefined;
  emergencyText: boolean;
  /** Tells the page what the visitor did; false where the page takes it from there. */
  tell: (action: ContactAction) => boolean;
  /** Says a sentence to people who do not see the screen. */
  announce: (sentence: string) => void;
}

/** Does an address of the page's maker lead somewhere, rather than run a script? Whoever writes a placeholder link sets it too. */
export const leadsAway = (url: string): boolean => {
  try {
    return /^(https?|mailto):/.test(new URL(url, 'https://page.example').href);
  } catch {
    return false;
  }
};
