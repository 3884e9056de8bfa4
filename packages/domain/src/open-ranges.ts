/** The ranges of one day, from several rules that add up. */
import type { HoursRule } from './contact.ts';
import { readRange } from './hours-rule.ts';

/** Come as you are; by appointment only; some words say when and no rule can. */
export type OpeningMode = 'open' | 'appointment' | 'conditional';

/** Minutes since midnight, `to` excluded and above 1440 past midnight. */
export type OpenRange = {
  from: number;
  to: number;
  mode: OpeningMode;
  condition?: string | undefined;
  note?: string | undefined;
};

/** The most careful first: an unsure hour weakens a sure one, an appointment adds to hours open to all. */
const modes: readonly OpeningMode[] = ['conditional', 'open', 'appointment'];

/**
 * Ranges of the rules that speak of one day. One without hours closes it, or makes it unsure where it has a condition.
 * `unknown`: rules speak of the day and none says hours that can be read; `condition` has the words that remain.
 */
export function addUp(
  rules: readonly Omit<HoursRule, 'days'>[],
  always?: string,
): { ranges: OpenRange[]; unknown: boolean; condition?: string | undefined } {
  const closing = rules.filter(({ hours }) => !hours.length);
  if (closing.some(({ condition }) => !condition)) return { ranges: [], unknown: false };
  const doubt = closing[0]?.condition || always || undefined;
  const ranges = rules.flatMap(({ hours, appointment, condition: own, note }) => {
    const condition = own || doubt;
    const mode = condition ? 'conditional' : appointment ? 'appointment' : 'open';
    return hours.flatMap((text): OpenRange[] => {
      const range = readRange(text);
      return range ? [{ ...range, mode, condition, note }] : [];
    });
  });
  return { ranges: paint(ranges), unknown: rules.length > 0 && !ranges.length, condition: doubt };
}

/** The same hours in order and without overlap: the most careful mode wins, equal neighbours that touch become one. */
export function paint(ranges: readonly OpenRange[]): OpenRange[] {
  const painted: OpenRange[] = [];
  const edges = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  edges.forEach((from, index) => {
    const to = edges[index + 1] ?? from;
    const [top] = ranges
      .filter((range) => range.from <= from && range.to >= to && to > from)
      .sort((a, b) => modes.indexOf(a.mode) - modes.indexOf(b.mode));
    const last = painted.at(-1);
    if (!top) return;
    if (last?.to === from && last.mode === top.mode && last.condition === top.condition && last.note === top.note)
      last.to = to;
    else painted.push({ ...top, from, to });
  });
  return painted;
}
