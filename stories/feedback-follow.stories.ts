import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { widgetStyles } from '../packages/feedback-widget/src/feedback-widget.styles.ts';
import { viewOf } from '../packages/feedback-widget/src/follow/feedback-follow-view.ts';
import { formStyles } from '@spplus/ui/styles/form-styles';
import { surfaceStyles } from '@spplus/ui/styles/surface-styles';
import { followTemplate } from '../packages/feedback-widget/src/follow/templates.ts';
import { asOf, followStates } from '../packages/feedback-widget/test/follow-builders.ts';
import { drawn, frameOf, noGestures } from './state-frame.ts';

const state = (name: keyof typeof followStates): StoryObj => ({
  render: () =>
    frameOf({
      styles: [widgetStyles, surfaceStyles, formStyles],
      draw: (locale) => followTemplate(viewOf(followStates[name]()), { locale, level: 2, now: asOf }, noGestures()),
    }),
});

const meta: Meta = {
  title: 'Avis/Suivre son avis',
  play: drawn,
  parameters: {
    docs: { description: { component: 'Chaque état du suivi d’un avis, tiré des constructeurs des essais.' } },
  },
};
export default meta;

export const Asking = state('asking');
export const AskingWithFaults = state('asking, with faults');
export const Unknown = state('unknown');
export const Loading = state('loading');
export const Failed = state('failed');
export const BeingRead = state('being read');
export const Answered = state('answered');
export const Refused = state('refused');
export const WithdrawnBefore = state('withdrawn before');
export const WithdrawnNow = state('withdrawn now');
export const Confirming = state('confirming');
export const Kept = state('kept');
export const Withdrawing = state('withdrawing');
export const WithdrawalFailed = state('withdrawal failed');
export const Rating = state('rating');
export const RatingFailed = state('rating failed');
export const RefreshFailed = state('refresh failed');
export const DownloadFailed = state('download failed');
export const Refreshed = state('refreshed');
export const Downloaded = state('downloaded');
export const Rated = state('rated');
