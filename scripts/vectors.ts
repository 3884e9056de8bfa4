/**
 * Judges the hours, the public holidays and the legal deadlines by expected values in a file: `npm run -s vectors -- FILE`. Offices
 * with instants (`{ vectors: [{ zone, code_insee, plage_ouverture, checks }] }`), days (`{ zones: { metropole: { day: name } } }`)
 * or lists of rows that name their `rule` (vectors/legal-deadlines).
 * Prints each difference, then `N agree, N differ`; ends with 1 when any differs, 2 when the file cannot be judged.
 */
import { readFileSync } from 'node:fs';
import { readOpeningLines } from '@spplus/domain/annuaire-hours';
import { isoDay } from '@spplus/domain/civil-date';
import { openingHours, type OpeningHours } from '@spplus/domain/opening-hours';
import { publicHolidays } from '@spplus/domain/public-holidays';
import { judgeDeadlines } from './vectors/legal-deadlines.ts';

/** Instants as `2026-11-23T08:00:00Z`; the `agree` of a question is false where the judges themselves differ. */
type Check = {
  at: string;
  open: boolean;
  next: string | null;
  agree?: boolean;
  open_ph_off: boolean;
  next_ph_off: string | null;
  agree_ph?: boolean;
};

type Office = { id: string; code_insee: string; zone: string; plage_ouverture: unknown; checks: readonly Check[] };
type VectorFile = { vectors?: readonly Office[]; zones?: Readonly<Record<string, Readonly<Record<string, string>>>> };

let agree = 0;
let differ = 0;

function compare(subject: string, found: string, expected: string): void {
  if (found === expected) agree++;
  else {
    differ++;
    console.log(`${subject}: ${found}, expected ${expected}`);
  }
}

const instant = (ms: number | undefined) =>
  ms === undefined ? 'never' : new Date(ms).toISOString().replace('.000Z', 'Z');

/** Open or closed and when that changes, whatever the kind of opening. */
function plainState(hours: OpeningHours, at: string): [open: string, next: string] {
  const state = hours.stateAt(Date.parse(at));
  if (state.status === 'unknown') return ['closed', 'never'];
  return state.status === 'closed' ? ['closed', instant(state.opens)] : ['open', instant(state.closes)];
}

function judgeOffice({ id, code_insee: insee, zone, plage_ouverture: lines, checks }: Office): void {
  // Comments are no part of these vectors: they judge ranges and zones.
  const { counter = { week: [] } } = readOpeningLines(lines, { bare: true });
  const judge = (hours: OpeningHours, question: string, at: string, open: boolean, next: string | null) => {
    const [foundOpen, foundNext] = plainState(hours, at);
    compare(`${id} ${at} open${question}`, foundOpen, open ? 'open' : 'closed');
    compare(`${id} ${at} next${question}`, foundNext, next === null ? 'never' : instant(Date.parse(next)));
  };
  const everyDay = openingHours({ ...counter, holidays: 'as-usual' }, { insee, zone });
  const holidaysOff = openingHours(counter, { insee, zone });
  for (const check of checks) {
    if (check.agree !== false) judge(everyDay, '', check.at, check.open, check.next);
    if (check.agree_ph !== false) judge(holidaysOff, '_ph_off', check.at, check.open_ph_off, check.next_ph_off);
  }
}

function judgeHolidays(territory: string, expected: Readonly<Record<string, string>>): void {
  for (const year of new Set(Object.keys(expected).map((day) => day.slice(0, 4)))) {
    const found = new Map([...publicHolidays(territory, Number(year))].map(([day, name]) => [isoDay(day), name]));
    const days = Object.keys(expected).filter((day) => day.startsWith(year));
    for (const day of new Set([...days, ...found.keys()]))
      compare(`${territory} ${day}`, found.get(day) ?? 'no holiday', expected[day] ?? 'no holiday');
  }
}

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Which file? npm run -s vectors -- FILE');
  process.exit(2);
}
const content = JSON.parse(readFileSync(file, 'utf8')) as VectorFile;
const { vectors = [], zones = {} } = content;
vectors.forEach(judgeOffice);
for (const [territory, days] of Object.entries(zones)) judgeHolidays(territory, days);
judgeDeadlines(content, compare);
console.log(`${agree} agree, ${differ} differ`);
if (!agree && !differ)
  console.error(`${file} has nothing to judge: neither "vectors", "zones" nor rows with a "rule".`);
process.exitCode = differ ? 1 : agree ? 0 : 2;
