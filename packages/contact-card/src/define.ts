/** Registers `<spplus-contact-card>`. Imported by the loader, or by a page that bundles its own scripts. */
import { defineElement } from '@spplus/ui/define-element';
import { SpplusContactCard } from './contact-card.ts';

defineElement('spplus-contact-card', SpplusContactCard);
