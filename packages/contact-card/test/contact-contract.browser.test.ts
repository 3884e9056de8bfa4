import { runElementContractTests } from '../../ui/test/element-contract.ts';
import type { SpplusContactCard } from '../src/contact-card.ts';
import '../src/define.ts';
import { cardStates, fullContact, type CardStateName } from './builders.ts';
import { ContactCardDriver } from './driver.ts';

/** The data stands in the address itself: no request. */
const src = `data:application/json,${encodeURIComponent(JSON.stringify(fullContact()))}`;

const show =
  (name: CardStateName, layout = 'full') =>
  async (element: SpplusContactCard): Promise<void> => {
    const { record, at } = cardStates[name]();
    Object.assign(element, { record, layout, clock: () => Date.parse(at) });
    await element.updateComplete;
    await new ContactCardDriver(element).drawn();
  };

runElementContractTests<SpplusContactCard>('spplus-contact-card', {
  attributes: () => ({ src }),
  required: ['src'],
  quiet: {},
  languages: ['en', 'ar'],
  events: ['spplus-contact-action'],
  drive: async (element) => {
    // The page takes the report from there: no mail program is asked for.
    element.addEventListener('spplus-contact-action', (event) => event.preventDefault(), { once: true });
    await new ContactCardDriver(element).press('Signaler une erreur dans ces informations');
  },
  states: {
    ...Object.fromEntries(Object.keys(cardStates).map((name) => [name, show(name as CardStateName)])),
    compact: show('open', 'compact'),
    'status only': show('closes soon', 'status-only'),
  },
});
