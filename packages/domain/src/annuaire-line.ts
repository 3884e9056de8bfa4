/** Words and hours of the opening lines of the Annuaire. */
import type { HoursRange, Weekday } from './contact.ts';
import { weekdays } from './hours-rule.ts';

/** Minutes since midnight, `to` excluded. */
export type Minutes = { from: number; to: number };

/** Monday first; folded: lower case, no accent. */
export const dayNames: readonly string[] = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** Days from one name to another, both included, through the end of the week if need be. Empty for other words. */
export function daysBetween(first: string, last: string): Weekday[] {
  const start = dayNames.indexOf(first);
  const end = dayNames.indexOf(last);
  if (start < 0 || end < 0) return [];
  const length = (end - start + 7) % 7;
  return weekdays.filter((_, index) => (index - start + 7) % 7 <= length);
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const rangeTexts = (ranges: readonly Minutes[]): HoursRange[] =>
  ranges.map(({ from, to }) => `${clock(from)}-${clock(to)}`);

/** In order, those that overlap or touch made one. */
export function merged(ranges: readonly Minutes[]): Minutes[] {
  const out: Minutes[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}

/** What is left of ranges once others are taken away. */
export function without(ranges: readonly Minutes[], removed: readonly Minutes[]): Minutes[] {
  return removed.reduce<Minutes[]>(
    (left, { from, to }) =>
      left.flatMap((one) =>
        [
          { from: one.from, to: Math.min(one.to, from) },
          { from: Math.max(one.from, to), to: one.to },
        ].filter((part) => part.from < part.to),
      ),
    [...ranges],
  );
}
