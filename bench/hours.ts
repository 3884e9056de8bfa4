/**
 * The cost of saying open or closed: 1,000 states of our engine against 20 of opening_hours, the engine of OpenStreetMap, on the
 * same schedule with a year of exceptions, in one run. Both are made ready anew for each round, since a page makes them ready once;
 * then they answer at instants spread over the year. Run: `npm run bench:hours`; ends with 1 where ours is not under.
 */
import { isoDay, parseDay } from '@spplus/domain/civil-date';
import type { Schedule } from '@spplus/domain/contact';
import { openingHours } from '@spplus/domain/opening-hours';
import OpeningHoursOfOsm from 'opening_hours';

process.env['TZ'] = 'Europe/Paris';

const paris = { lat: 48.86, lon: 2.35, address: { country: 'France', country_code: 'fr', state: 'Île-de-France' } };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const first = parseDay('2026-01-01') ?? 0;

/** One exception a week: in turn closed, and open in the morning only. */
const exceptionDays = Array.from({ length: 52 }, (_, week) => ({
  day: first + week * 7 + (week % 5),
  hours: week % 2 ? ['09:00-12:00'] : [],
}));

const schedule: Schedule = {
  week: [
    { days: ['mo', 'tu', 'we', 'th', 'fr'], hours: ['08:30-12:00', '13:30-17:00'] },
    { days: ['sa'], hours: ['09:00-12:00'] },
  ],
  exceptions: exceptionDays.map(({ day, hours }) => ({ from: isoDay(day), hours })),
};

const osm = [
  'Mo-Fr 08:30-12:00,13:30-17:00; Sa 09:00-12:00; PH off',
  ...exceptionDays.map(({ day, hours }) => {
    const [year = '', month = '', date = ''] = isoDay(day).split('-');
    return `${year} ${months[Number(month) - 1]} ${date} ${hours.join(',') || 'off'}`;
  }),
].join('; ');

const instants = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => (first + (index * 365) / count) * 864e5 + index * 61_000);

/** Milliseconds of ready-making and of answering. */
type Round = { ready: number; answers: number };

function timed(make: () => (at: number) => unknown, at: readonly number[]): Round {
  const start = performance.now();
  const answer = make();
  const ready = performance.now();
  for (const instant of at) answer(instant);
  return { ready: ready - start, answers: performance.now() - ready };
}

const ours = () => {
  const hours = openingHours(schedule, { zone: 'Europe/Paris', territory: 'metropole' });
  return (at: number) => hours.stateAt(at);
};
const theirs = () => {
  const hours = new OpeningHoursOfOsm(osm, paris);
  return (at: number) => [hours.getState(new Date(at)), hours.getNextChange(new Date(at))];
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const rounds = 15;
const [many, few] = [instants(1000), instants(20)];
for (let warm = 0; warm < 3; warm += 1) {
  timed(ours, many);
  timed(theirs, few);
}
const pairs = Array.from({ length: rounds }, () => ({ ours: timed(ours, many), theirs: timed(theirs, few) }));
const of = (who: 'ours' | 'theirs', what: (round: Round) => number) => median(pairs.map((pair) => what(pair[who])));
const all = ({ ready, answers }: Round) => ready + answers;

const ratio = of('ours', all) / of('theirs', all);
const answersOnly = of('ours', ({ answers }) => answers) / of('theirs', ({ answers }) => answers);
console.log(`1,000 states of ours take ${ratio.toFixed(2)} of the time of 20 of opening_hours, made ready included`);
console.log(`${answersOnly.toFixed(2)} without what making ready takes (median of ${rounds} rounds)`);
process.exitCode = ratio < 1 ? 0 : 1;
