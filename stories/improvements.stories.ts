import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { SpplusImprovements } from '@spplus/results-badge/improvements';
import '@spplus/results-badge/define-improvements';
import { html } from 'lit';
import { entries } from '../packages/results-badge/test/improvement-builders.ts';
import { pseudoLocale } from './pseudo-locale.ts';

interface Attributes {
  record: unknown;
  limit: number;
  filters: boolean;
  opinionUrl: string;
}

Object.assign(SpplusImprovements.locales, {
  'en-x-pseudo': async () => pseudoLocale(await import('../packages/results-badge/src/locales/en.ts')),
});

const meta: Meta<Attributes> = {
  title: 'Résultats/Vous nous l’avez demandé',
  component: 'spplus-improvements',
  render: ({ record, limit, filters, opinionUrl }: Attributes) =>
    html`<spplus-improvements limit=${limit} ?filters=${filters} opinion-url=${opinionUrl} .record=${record}
      ><a href="#ameliorations">Ce que nous avons changé</a></spplus-improvements
    >`,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const element = canvasElement.querySelector('spplus-improvements');
    for (const end = Date.now() + 8000; !element?.shadowRoot?.querySelector('.heading, [role=alert]');) {
      if (Date.now() > end) throw new Error('The story shows no list.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
  args: { record: entries(), limit: 3, filters: false, opinionUrl: '/avis/' },
};
export default meta;

type Story = StoryObj<Attributes>;

export const LatestThree: Story = {};
export const AllWithAFilter: Story = { args: { limit: 9, filters: true } };
export const NotRetained: Story = { args: { record: entries().slice(4) } };
export const NothingYet: Story = { args: { record: [] } };
export const Unreadable: Story = { args: { record: 'no' } };
