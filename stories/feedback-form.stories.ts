import { formStyles } from '@spplus/ui/styles/form-styles';
import { surfaceStyles } from '@spplus/ui/styles/surface-styles';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { widgetStyles } from '../packages/feedback-widget/src/feedback-widget.styles.ts';
import { formStates } from '../packages/feedback-widget/test/builders.ts';
import { drawForm } from '../packages/feedback-widget/test/draw-form.ts';
import { drawn, frameOf, noGestures } from './state-frame.ts';

const state = (name: keyof typeof formStates): StoryObj => ({
  render: () =>
    frameOf({
      styles: [widgetStyles, surfaceStyles, formStyles],
      draw: (locale) => drawForm(formStates[name](), locale, noGestures()),
    }),
});

const meta: Meta = {
  title: 'Avis/États du formulaire',
  play: drawn,
  parameters: {
    docs: { description: { component: 'Chaque état du formulaire, tiré des constructeurs des essais.' } },
  },
};
export default meta;

export const FirstQuestion = state('first question');
export const FirstGestureOnItsWay = state('first gesture on its way');
export const FirstGestureReceived = state('first gesture received');
export const FirstGestureNotSentYet = state('first gesture not sent yet');
export const DraftBroughtBack = state('draft brought back');
export const EMailToComplete = state('e-mail to complete');
export const PageNotUseful = state('page not useful');
export const PageUseful = state('page useful');
export const ExperienceTheService = state('experience: the service');
export const ExperienceTheServiceWithoutItsLists = state('experience: the service, without its lists');
export const ExperienceTheStory = state('experience: the story');
export const StoryToComplete = state('story to complete');
export const PersonalDataFound = state('personal data found');
export const ANameFound = state('a name found');
export const PersonalDataMasked = state('personal data masked');
export const NearTheEndOfAField = state('near the end of a field');
export const ExperienceThePerson = state('experience: the person');
export const ExperienceThePersonWithAStory = state('experience: the person, with a story');
export const Check = state('check');
export const CheckOfAShortOpinion = state('check of a short opinion');
export const DeviceAtWorkForItsProof = state('device at work for its proof');
export const OpinionOnItsWay = state('opinion on its way');
export const OpinionNotSentYet = state('opinion not sent yet');
export const OpinionBeingCorrected = state('opinion being corrected');
export const Receipt = state('receipt');
export const ReceiptCopied = state('receipt copied');
export const ReceiptOfAPage = state('receipt of a page');
