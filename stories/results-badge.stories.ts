import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { SpplusResultsBadge } from '@spplus/results-badge';
import '@spplus/results-badge/define';
import { html } from 'lit';
import { badgeStates, type BadgeStateName } from '../packages/results-badge/test/builders.ts';
import { ResultsBadgeDriver } from '../packages/results-badge/test/driver.ts';
import { pseudoLocale } from './pseudo-locale.ts';

interface Attributes {
  state: BadgeStateName;
  open: boolean;
  view: string;
}

Object.assign(SpplusResultsBadge.locales, {
  'en-x-pseudo': async () => pseudoLocale(await import('../packages/results-badge/src/locales/en.ts')),
});

const render = ({ state, open, view }: Attributes) =>
  html`<spplus-results-badge ?open=${open} view=${view} .record=${badgeStates[state]()} .today=${'2026-11-24'}
    ><a href="#resultats">Nos résultats</a></spplus-results-badge
  >`;

/** Waits until the results are there, so that axe looks at them and not at the fallback. */
async function drawn({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const element = canvasElement.querySelector('spplus-results-badge');
  if (!element) throw new Error('The story shows no badge.');
  const driver = await new ResultsBadgeDriver(element).drawn();
  if (element.open) await driver.until(() => driver.isOpen, 'the panel is there');
}

const meta: Meta<Attributes> = {
  title: 'Résultats/Badge de résultats',
  component: 'spplus-results-badge',
  render,
  play: drawn,
  args: { state: 'everything published', open: false, view: 'table' },
  argTypes: {
    state: { control: 'select', options: Object.keys(badgeStates) },
    view: { control: 'inline-radio', options: ['table', 'chart'] },
  },
};
export default meta;

type Story = StoryObj<Attributes>;
const state = (name: BadgeStateName): Story => ({ args: { state: name } });

export const AllAsATable: Story = { args: { open: true } };
export const AllAsCharts: Story = { args: { open: true, view: 'chart' } };
export const UnreadableInTheTable: Story = { args: { state: 'unreadable', open: true } };

export const EverythingPublished = state('everything published');
export const BetterThanBefore = state('better than before');
export const WorseThanBefore = state('worse than before');
export const Stable = state('stable');
export const PublishedWithoutItsAnswers = state('published without its answers');
export const ARangeOnly = state('a range only');
export const TooFewAnswers = state('too few answers');
export const NextToNoAnswers = state('next to no answers');
export const NotMeasured = state('not measured');
export const Coming = state('coming');
export const NotApplicable = state('not applicable');
export const MoreThanAYearOld = state('more than a year old');
export const Unreadable = state('unreadable');
export const LowerIsBetter = state('lower is better');
export const ANetRate = state('a net rate');
