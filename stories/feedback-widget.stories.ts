import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { SpplusFeedbackWidget } from '@spplus/feedback-widget';
import '@spplus/feedback-widget/define';
import { html, nothing } from 'lit';
import { pseudoLocale } from './pseudo-locale.ts';

interface Attributes {
  mode: SpplusFeedbackWidget['mode'];
  service: string;
  /** Nobody listens there: closed elements ask nothing of it. */
  api: string;
  questions?: string;
  scale?: string;
  procedure?: string;
  headingLevel?: number;
}

Object.assign(SpplusFeedbackWidget.locales, {
  'en-x-pseudo': async () => pseudoLocale(await import('../packages/feedback-widget/src/locales/en.ts')),
});

const render = ({ mode, service, api, questions, scale, procedure, headingLevel }: Attributes) => html`
  <spplus-feedback-widget
    mode=${mode}
    service=${service}
    api=${api}
    questions=${questions ?? nothing}
    scale=${scale ?? nothing}
    procedure=${procedure ?? nothing}
    heading-level=${headingLevel ?? nothing}
  >
    <a href="#contact">Écrire à la mairie</a>
  </spplus-feedback-widget>
`;

/** Waits until the element shows more than « Un instant… ». */
async function drawn(element: SpplusFeedbackWidget, selector: string): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (element.renderRoot.querySelector(selector)) return;
  }
  throw new Error(`Nothing matches ${selector} after 10 seconds.`);
}

const shows =
  (selector: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const element = canvasElement.querySelector('spplus-feedback-widget');
    if (!element) throw new Error('The story shows no element.');
    await element.updateComplete;
    await drawn(element, selector);
  };

const meta: Meta<Attributes> = {
  title: 'Avis/Donner son avis',
  component: 'spplus-feedback-widget',
  render,
  args: { mode: 'inline', service: 'mairie-exemple', api: '/api' },
  argTypes: {
    mode: { control: 'inline-radio', options: ['inline', 'button', 'page', 'experience'] },
    scale: { control: 'inline-radio', options: ['three', 'four', 'ten'] },
  },
};
export default meta;

type Story = StoryObj<Attributes>;

export const Inline: Story = { play: shows('form') };
export const Button: Story = { args: { mode: 'button' }, play: shows('button') };
export const Page: Story = { args: { mode: 'page' }, play: shows('[part=page-question]') };
export const Experience: Story = { args: { mode: 'experience' }, play: shows('form') };
export const FourPoints: Story = { args: { scale: 'four' }, play: shows('form') };
export const TenPoints: Story = { args: { scale: 'ten' }, play: shows('form') };

export const DialogOpen: Story = {
  args: { mode: 'button' },
  play: async (context) => {
    await shows('button')(context);
    const element = context.canvasElement.querySelector('spplus-feedback-widget');
    element?.renderRoot.querySelector('button')?.click();
    await shows('dialog form')(context);
  },
};

/** A service is missing: the fallback stays, and the console says what to set. */
export const WithoutService: Story = { args: { service: '' }, play: shows('slot') };
