import { runElementContractTests } from '../../ui/test/element-contract.ts';
import type { SpplusResultsBadge } from '../src/results-badge.ts';
import '../src/define.ts';
import { badgeStates, everything, type BadgeStateName } from './builders.ts';
import { ResultsBadgeDriver } from './driver.ts';

/** The data stands in the address itself: no request. */
const src = `data:application/json,${encodeURIComponent(JSON.stringify(everything()))}`;

const show =
  (name: BadgeStateName, properties: Partial<SpplusResultsBadge> = {}) =>
  async (element: SpplusResultsBadge): Promise<void> => {
    Object.assign(element, { record: badgeStates[name](), today: '2026-11-24', ...properties });
    await element.updateComplete;
    const driver = await new ResultsBadgeDriver(element).drawn();
    if (properties.open) await driver.until(() => driver.isOpen, 'the panel is there');
  };

runElementContractTests<SpplusResultsBadge>('spplus-results-badge', {
  attributes: () => ({ src }),
  required: ['src'],
  quiet: {},
  languages: ['en', 'ar'],
  events: ['spplus-results-toggle'],
  drive: async (element) => {
    await new ResultsBadgeDriver(element).open();
  },
  states: {
    ...Object.fromEntries(Object.keys(badgeStates).map((name) => [name, show(name as BadgeStateName)])),
    'all as a table': show('everything published', { open: true }),
    'all as charts': show('everything published', { open: true, view: 'chart' }),
  },
});
