import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { SpplusContactCard } from '@spplus/contact-card';
import '@spplus/contact-card/define';
import { html } from 'lit';
import { cardStates, type CardStateName } from '../packages/contact-card/test/builders.ts';
import { ContactCardDriver } from '../packages/contact-card/test/driver.ts';
import { pseudoLocale } from './pseudo-locale.ts';

interface Attributes {
  state: CardStateName;
  layout: string;
  soon: number;
  emergencyText: boolean;
  order: string;
  near: string;
}

Object.assign(SpplusContactCard.locales, {
  'en-x-pseudo': async () => pseudoLocale(await import('../packages/contact-card/src/locales/en.ts')),
});

const render = ({ state, layout, soon, emergencyText, order, near }: Attributes) => {
  const { record, at } = cardStates[state]();
  return html`<spplus-contact-card
    layout=${layout}
    soon=${soon}
    ?emergency-text=${emergencyText}
    order=${order}
    near=${near}
    .record=${record}
    .clock=${() => Date.parse(at)}
    ><a href="#contact">Contacter la mairie</a></spplus-contact-card
  >`;
};

/** Waits until the card shows its data, so that axe looks at it and not at its fallback. */
async function drawn({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const element = canvasElement.querySelector('spplus-contact-card');
  if (!element) throw new Error('The story shows no card.');
  await new ContactCardDriver(element).drawn();
}

const meta: Meta<Attributes> = {
  title: 'Contact/Contact et horaires',
  component: 'spplus-contact-card',
  render,
  play: drawn,
  args: {
    state: 'everything known',
    layout: 'full',
    soon: 30,
    emergencyText: false,
    order: 'given',
    near: '47.29,5.01',
  },
  argTypes: {
    state: { control: 'select', options: Object.keys(cardStates) },
    layout: { control: 'inline-radio', options: ['full', 'compact', 'status-only'] },
    order: { control: 'inline-radio', options: ['given', 'open', 'near'] },
  },
};
export default meta;

type Story = StoryObj<Attributes>;
const state = (name: CardStateName): Story => ({ args: { state: name } });

export const Compact: Story = { args: { layout: 'compact' } };
export const StatusOnly: Story = { args: { layout: 'status-only' } };
export const EmergencyText: Story = { args: { emergencyText: true } };
export const OpenOnesFirst: Story = { args: { state: 'several places', order: 'open' } };
export const NearestFirst: Story = { args: { state: 'several places', order: 'near', layout: 'compact' } };

export const EverythingKnown = state('everything known');
export const Open = state('open');
export const ClosesSoon = state('closes soon');
export const OpensLaterToday = state('opens later today');
export const OpensTomorrow = state('opens tomorrow');
export const OpensOnMonday = state('opens on Monday');
export const ClosedByAnException = state('closed by an exception');
export const ClosedOnAPublicHoliday = state('closed on a public holiday');
export const ClosedUntilFurtherNotice = state('closed until further notice');
export const ByAppointment = state('by appointment');
export const OpensByAppointment = state('opens by appointment');
export const Conditional = state('conditional');
export const OpensUnderConditions = state('opens under conditions');
export const HoursUnknown = state('hours unknown');
export const TelephoneOnly = state('telephone only');
export const OverseasOffice = state('overseas office');
export const OpenPastMidnight = state('open past midnight');
export const InSummer = state('in summer');
export const OnlyAName = state('only a name');
export const SeveralPlaces = state('several places');
export const PartlyUnreadable = state('partly unreadable');
export const Unreadable = state('unreadable');
