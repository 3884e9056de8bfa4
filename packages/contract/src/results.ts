/** Results of a service, strictly: what an agent's tool writes. Pages read them with domain/results-reader, which keeps what is sound. */
import { isDistribution, stepsOf } from '@spplus/domain/answer-counts';
import { parseDay } from '@spplus/domain/civil-date';
import { definitionOf } from '@spplus/domain/indicator-catalogue';
import { isPossible } from '@spplus/domain/results-reader';
import * as z from 'zod/mini';
import { text } from './scalars.ts';

const words = text(2000);
const optional = z.exactOptional;

const Day = z
  .string()
  .check(
    z.refine((value) => value.length === 10 && parseDay(value) !== undefined, 'Expected a day that exists, YYYY-MM-DD'),
  );
const Url = z
  .string()
  .check(
    z.maxLength(2000),
    z.regex(/^https?:\/\/[^\s<>"\\]{1,1900}$/i, 'Expected an address that starts with https://'),
  );
const Count = z.int().check(z.gte(0));
const Scale = z.enum(['two', 'three', 'four', 'ten']);
const Level = z.enum(['site', 'department', 'region', 'national']);
const Unit = z.enum(['%', 'points', 'days', '/10', '/5', 'count']);

const Period = z
  .strictObject({ from: Day, to: Day })
  .check(z.refine(({ from, to }) => from <= to, 'A period ends after it starts'));

const Distribution = z
  .strictObject({ scale: Scale, counts: z.array(Count).check(z.maxLength(stepsOf('ten'))) })
  .check(z.refine(isDistribution, 'Expected one count for each step of the scale, and at least one answer'));

const measured = { value: optional(z.number()), n: optional(Count), distribution: optional(Distribution) };

const TrendPoint = z.strictObject({ period: Period, ...measured, methodChange: optional(words) });

const Comparison = z.strictObject({
  level: Level,
  name: optional(words),
  value: z.number(),
  n: optional(Count),
  scale: optional(Scale),
  period: optional(Period),
});

const Result = z
  .strictObject({
    code: z.string().check(z.regex(/^[\w.:-]{1,100}$/)),
    label: optional(words),
    unit: Unit,
    lowerIsBetter: optional(z.boolean()),
    state: optional(z.enum(['missing', 'coming', 'not-applicable'])),
    ...measured,
    scale: optional(Scale),
    period: optional(Period),
    trend: optional(z.array(TrendPoint).check(z.maxLength(400))),
    target: optional(z.number()),
    comparisons: optional(z.array(Comparison).check(z.maxLength(20))),
    source: optional(z.strictObject({ name: words, url: optional(Url) })),
    method: optional(words),
    openSample: optional(z.boolean()),
    updated: optional(Day),
  })
  .check(
    z.refine(({ code, label }) => label !== undefined || definitionOf(code) !== undefined, {
      path: ['label'],
      error: 'Name this indicator: it is not one of the programme’s.',
    }),
    z.refine(
      ({ unit, value, target, trend = [], comparisons = [] }) =>
        [value, target, ...trend.map((one) => one.value), ...comparisons.map((one) => one.value)].every(
          (figure) => figure === undefined || isPossible(figure, unit),
        ),
      { path: ['value'], error: 'This figure is not possible in this unit.' },
    ),
  );

export const Results = z.strictObject({
  structure: words,
  level: optional(Level),
  main: optional(words),
  indicators: z.array(Result).check(
    z.maxLength(100),
    z.refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'Give each indicator once.'),
  ),
  licence: optional(words),
  updated: optional(Day),
});
export type Results = z.infer<typeof Results>;
