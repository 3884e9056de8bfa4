/** Results in every state that a badge can be in. */
import type { Result, Results } from '@spplus/domain/results';

const year = (y: number) => ({ from: `${y}-01-01`, to: `${y}-12-31` });
const rolling = { from: '2025-11-01', to: '2026-10-31' };

export const satisfaction = (more: Partial<Result> = {}): Result => ({
  code: 'satisfaction',
  unit: '%',
  distribution: { scale: 'three', counts: [440, 800, 2760] },
  period: rolling,
  openSample: true,
  ...more,
});

const net = (code: string): Result => ({
  code,
  unit: 'points',
  distribution: { scale: 'three', counts: [520, 960, 2520] },
  period: rolling,
});

/** The results of a town hall that publishes everything. */
export const everything = (): Results => ({
  structure: 'Mairie de Valbrune',
  level: 'site',
  main: 'satisfaction',
  updated: '2026-11-05',
  licence: 'Licence Ouverte 2.0',
  indicators: [
    satisfaction({
      target: 65,
      trend: [
        { period: year(2022), value: 58, n: 1200 },
        { period: year(2023) },
        { period: year(2024), value: 64, n: 3500 },
      ],
      comparisons: [{ level: 'national', value: 69, scale: 'three' }],
    }),
    { ...net('satisfaction-net') },
    {
      code: 'calls-answered',
      unit: '%',
      value: 93,
      n: 8200,
      period: rolling,
      target: 90,
      source: { name: 'Standard de la mairie', url: 'https://valbrune.example/methode' },
    },
    { code: 'delay-kept', unit: '%', value: 81, n: 640, period: rolling, target: 80 },
    {
      code: 'cni',
      label: 'Délai pour une carte d’identité',
      unit: 'days',
      lowerIsBetter: true,
      value: 12,
      target: 15,
      updated: '2026-10-31',
      trend: [
        { period: year(2023), value: 31 },
        { period: year(2024), value: 20, methodChange: 'Comptés depuis le dépôt complet' },
      ],
    },
    { code: 'effort', unit: '%', distribution: { scale: 'four', counts: [4, 10, 30, 20] }, period: rolling },
    { code: 'relation', unit: '%', distribution: { scale: 'three', counts: [2, 4, 14] }, period: rolling },
    { code: 'access', unit: '%', state: 'coming' },
  ],
});

const alone = (indicator: Result): Results => ({ structure: 'Mairie de Valbrune', indicators: [indicator] });

export const badgeStates = {
  'everything published': everything,
  'better than before': () => alone(satisfaction({ trend: [{ period: year(2024), value: 60, n: 4000 }] })),
  'worse than before': () => alone(satisfaction({ trend: [{ period: year(2024), value: 75, n: 4000 }] })),
  stable: () => alone(satisfaction({ trend: [{ period: year(2024), value: 69.5, n: 4000 }] })),
  'published without its answers': () =>
    alone({ code: 'x', label: 'Taux de satisfaction', unit: '%', value: 95.16, updated: '2026-03-31' }),
  'a range only': () => alone(satisfaction({ distribution: { scale: 'three', counts: [10, 10, 60] } })),
  'too few answers': () => alone(satisfaction({ distribution: { scale: 'three', counts: [2, 4, 14] } })),
  'next to no answers': () => alone(satisfaction({ distribution: { scale: 'three', counts: [0, 0, 4] } })),
  'not measured': () => alone({ code: 'satisfaction', unit: '%' }),
  coming: () => alone({ code: 'satisfaction', unit: '%', state: 'coming' }),
  'not applicable': () => alone({ code: 'calls-answered', unit: '%', state: 'not-applicable' }),
  'more than a year old': () => alone(satisfaction({ period: year(2024) })),
  unreadable: () => alone({ code: 'satisfaction', unit: '%', value: 140 }),
  'lower is better': () =>
    alone({
      code: 'cni',
      label: 'Délai pour une carte d’identité',
      unit: 'days',
      lowerIsBetter: true,
      value: 12,
      updated: '2026-10-31',
      trend: [{ period: year(2024), value: 20 }],
    }),
  'a net rate': () => alone(net('effort-net')),
} satisfies Record<string, () => Results>;

export type BadgeStateName = keyof typeof badgeStates;
