/** Registers `<spplus-results-badge>`. Imported by the loader, or by a page that bundles its own scripts. */
import { defineElement } from '@spplus/ui/define-element';
import { SpplusResultsBadge } from './results-badge.ts';

defineElement('spplus-results-badge', SpplusResultsBadge);
