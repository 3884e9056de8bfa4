/** Opening lines of the Annuaire de l’administration (`plage_ouverture`) as schedules. */
import { readComment } from './annuaire-comments.ts';
import { daysBetween, merged, rangeTexts, without, type Minutes } from './annuaire-line.ts';
import type { ContactFault, HoursRule, Schedule, Weekday } from './contact.ts';
import { fold } from './folding.ts';
import { readRange, weekdays } from './hours-rule.ts';

export type OpeningLines = {
  /** Absent where the record says nothing of its hours. */
  counter?: Schedule;
  /** Hours of the telephone, where a comment gives them. */
  telephone?: Schedule;
  faults: ContactFault[];
};

export type OpeningLinesOptions = {
  /**
   * Only what the columns say in their own form: comments are set aside, a time other than `HH:MM:SS` is dropped, a day
   * without a sound range is closed. So were the vectors computed that judge ranges and zones.
   */
  bare?: boolean;
  /** `commentaire_plage_ouverture`: words about every line. */
  comment?: unknown;
};

/** What is shown on a day whose hours could not be read. */
export const unreadable = 'Horaires à vérifier auprès du service';

type Report = (field: string, found: unknown, why: string) => void;

type Line = {
  field: string;
  days: Weekday[];
  ranges: Minutes[];
  comment: string;
  /** Hours were there, and at least one range of them could not be kept. */
  broken: boolean;
};

/**
 * Reads `plage_ouverture` in every shape it comes in: JSON text, list, one object, null, "". Never throws: what cannot be
 * read is left out and reported, and a day left with nothing because of that is unknown, not closed.
 */
export function readOpeningLines(value: unknown, options: OpeningLinesOptions = {}): OpeningLines {
  const faults: ContactFault[] = [];
  const report: Report = (field, found, why) => {
    const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
    faults.push({ field: `plage_ouverture${field}`, value: text.slice(0, 200), why });
  };
  const lines = listOf(value, report).flatMap((line, index) => readLine(line, `[${index}]`, options, report));
  const plain = new Map<Weekday, Minutes[]>();
  const special: HoursRule[] = [];
  const telephone: HoursRule[] = [];

  for (const { field, days, ranges, comment } of lines) {
    const reading = comment ? readComment(comment, days, ranges) : undefined;
    telephone.push(...(reading?.telephone ?? []));
    if (comment && !reading?.counter) report(`${field}.commentaire`, comment, 'comment-not-understood');
    if (!ranges.length) continue;
    const hours = rangeTexts(ranges);
    const rules = comment ? (reading?.counter ?? [{ days, hours, condition: comment }]) : [{ days, hours }];
    for (const rule of rules) {
      // Days and hours alone: they are summed up by day.
      if (Object.keys(rule).length > 2) special.push(rule);
      else if (addTo(plain, rule)) report(field, hours.join(), 'overlap');
    }
  }
  // A line « uniquement sur rendez-vous » says so of hours that another line gives too.
  for (const { days, hours, appointment, nth, weeks, from } of special)
    if (appointment && !nth && !weeks && !from)
      for (const day of days) plain.set(day, without(plain.get(day) ?? [], rangesOf(hours)));
  const week = [...byHours(plain), ...special];
  if (!options.bare) week.push(...unknownDays(lines, week));
  return {
    ...(week.length && { counter: { week } }),
    ...(telephone.length && { telephone: { week: distinct(telephone) } }),
    faults,
  };
}

function listOf(value: unknown, report: Report): unknown[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value;
  if (typeof value === 'object') return [value];
  try {
    // Once parsed it is no text any more, or the text was a quoted one and ends here.
    if (typeof value === 'string' && value.trim()) {
      const parsed: unknown = JSON.parse(value);
      if (typeof parsed !== 'string') return listOf(parsed, report);
    }
  } catch {
    // Reported below like any other value.
  }
  if (typeof value !== 'string' || value.trim()) report('', value, 'unreadable');
  return [];
}

function readLine(
  value: unknown,
  field: string,
  { bare, comment: general }: OpeningLinesOptions,
  report: Report,
): Line[] {
  if (typeof value !== 'object' || value === null) {
    report(field, value, 'unreadable');
    return [];
  }
  const cells = value as Record<string, unknown>;
  const first = textOf(cells.nom_jour_debut);
  const last = textOf(cells.nom_jour_fin) || first;
  const days = daysBetween(fold(first), fold(last));
  if (!days.length) {
    report(`${field}.nom_jour_debut`, cells.nom_jour_debut, 'unknown-day');
    return [];
  }
  if (daysBetween('lundi', fold(last)).length < daysBetween('lundi', fold(first)).length)
    report(`${field}.nom_jour_fin`, last, 'week-crossing');
  const found = [1, 2].flatMap((pair) => {
    const at = (end: string) => `valeur_heure_${end}_${pair}`;
    const time = (end: string) => readTime(cells[at(end)], `${field}.${at(end)}`, Boolean(bare), report);
    const from = time('debut');
    const to = time('fin');
    if (from === undefined && to === undefined) return [];
    const why = faultOf(from, to);
    if (why) report(`${field}.${at('fin')}`, `${textOf(cells[at('debut')])}-${textOf(cells[at('fin')])}`, why);
    return [why || from === undefined || to === undefined ? undefined : { from, to }];
  });
  const ranges = merged(found.filter((range) => range !== undefined));
  const comment = bare ? '' : [cells.commentaire, general].map(textOf).filter(Boolean).join('\n');
  if (!found.length && !comment) report(field, `${first}-${last}`, 'no-hours');
  return [{ field, days, ranges, comment, broken: found.includes(undefined) }];
}

/** Minutes since midnight; undefined for an empty cell, NaN for a text that is no time. */
function readTime(cell: unknown, field: string, bare: boolean, report: Report): number | undefined {
  const text = textOf(cell);
  if (!text) return undefined;
  const sound = text.replace(/^['’"]+|['’"]+$/g, '');
  if (sound !== text) report(field, text, 'stray-quote');
  const [, hour, minute] = /^(\d\d?)[:h](\d\d)(?::\d\d)?$/.exec(sound) ?? [];
  const time = Number(hour) * 60 + Number(minute);
  if (Number.isNaN(time) || Number(minute) > 59 || time > 1440) return NaN;
  if (/^\d\d:\d\d(:\d\d)?$/.test(sound)) return time;
  if (bare) return NaN;
  report(field, text, 'unusual-time');
  return time;
}

function faultOf(from: number | undefined, to: number | undefined): string | undefined {
  if (from === undefined || to === undefined) return 'half-range';
  if (Number.isNaN(from + to)) return 'unreadable-time';
  return to > from ? undefined : to < from ? 'end-before-start' : 'zero-length';
}

/** Whether some hours were there already. */
function addTo(plain: Map<Weekday, Minutes[]>, { days, hours }: HoursRule): boolean {
  const ranges = rangesOf(hours);
  let overlap = false;
  for (const day of days) {
    const before = plain.get(day) ?? [];
    overlap ||= before.some((one) => ranges.some(({ from, to }) => from < one.to && one.from < to));
    plain.set(day, merged([...before, ...ranges]));
  }
  return overlap;
}

const rangesOf = (hours: HoursRule['hours']): Minutes[] => hours.flatMap((text) => readRange(text) ?? []);

/** One rule for all days that have the same hours. */
function byHours(plain: ReadonlyMap<Weekday, readonly Minutes[]>): HoursRule[] {
  const rules = new Map<string, HoursRule>();
  for (const day of weekdays) {
    const hours = rangeTexts(plain.get(day) ?? []);
    if (hours.length) rules.set(hours.join(), { days: [...(rules.get(hours.join())?.days ?? []), day], hours });
  }
  return [...rules.values()];
}

/** Days of lines that hold words or broken hours, and that no line opens. */
function unknownDays(lines: readonly Line[], week: readonly HoursRule[]): HoursRule[] {
  return lines
    .filter(({ broken, comment, ranges }) => (broken || comment) && !ranges.length && !/^ferme\W*$/.test(fold(comment)))
    .map(({ days, comment }) => ({
      days: days.filter((day) => !week.some((rule) => rule.days.includes(day))),
      hours: [],
      condition: comment || unreadable,
    }))
    .filter(({ days }) => days.length);
}

const distinct = (rules: readonly HoursRule[]): HoursRule[] => [
  ...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values(),
];

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell.trim() : '');
