/** Registers `<spplus-feedback-widget>`. Imported by the loader, or by a page that bundles its own scripts. */
import { defineElement } from '@spplus/ui/define-element';
import { SpplusFeedbackWidget } from './feedback-widget.ts';

defineElement('spplus-feedback-widget', SpplusFeedbackWidget);
