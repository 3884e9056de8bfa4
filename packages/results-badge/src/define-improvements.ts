/** Registers `<spplus-improvements>`. Imported by the loader, or by a page that bundles its own scripts. */
import { defineElement } from '@spplus/ui/define-element';
import { SpplusImprovements } from './improvements/improvements.ts';

defineElement('spplus-improvements', SpplusImprovements);
