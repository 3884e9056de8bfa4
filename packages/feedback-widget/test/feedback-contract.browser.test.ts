import { waitUntil } from '@open-wc/testing';
import { testApi } from '../../../scripts/browsers/commands.ts';
import { runElementContractTests } from '../../ui/test/element-contract.ts';
import '../src/define.ts';
import type { SpplusFeedbackWidget } from '../src/feedback-widget.ts';

const field = (element: SpplusFeedbackWidget) =>
  element.shadowRoot?.querySelector<HTMLInputElement>('#follow-reference');

/** Follows the link of a receipt that does not exist: its two fields are shown, to be corrected. */
async function followUnknown(element: SpplusFeedbackWidget): Promise<void> {
  await element.updateComplete;
  location.hash = `spplus-receipt=${testApi().service}.0000-0000.0000-0000-0000-0000-0000`;
  await waitUntil(() => field(element), 'the fields of the receipt are shown', { timeout: 5_000 });
}

runElementContractTests<SpplusFeedbackWidget>('spplus-feedback-widget', {
  attributes: () => ({ api: testApi().api, service: testApi().service, mode: 'button' }),
  required: ['service', 'api'],
  quiet: { mode: 'button' },
  languages: ['en', 'ar'],
  events: ['spplus-feedback-open'],
  drive: async (element, text) => {
    await followUnknown(element);
    const input = field(element);
    if (!input) return;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await element.updateComplete;
  },
  typedText: (element) => field(element)?.value ?? '',
  states: {
    'closed button': async ({ updateComplete }) => {
      await updateComplete;
    },
    'page question': async (element) => {
      element.mode = 'page';
      await element.updateComplete;
    },
    'receipt in a dialog': followUnknown,
    'receipt in the page': async (element) => {
      element.mode = 'page';
      await followUnknown(element);
    },
  },
});
