/**
 * Results as schema.org describes data: a Dataset of Observations, each with its number of answers. No AggregateRating: search
 * engines refuse stars that a body gives itself.
 */
import { definitionOf } from './indicator-catalogue.ts';
import { resultView } from './result-view.ts';
import type { ReadResults } from './results-reader.ts';

const units = { '%': '%', points: 'points', days: 'DAY', '/10': '/10', '/5': '/5', count: '' } as const;

/** Only what may be shown is told. `today`: day number. */
export function resultsJsonLd({ structure, licence, updated, indicators }: ReadResults, today: number): object {
  const observations = indicators.flatMap((result) => {
    const { state, value, range, n, unit, code, label } = resultView(result, today);
    if (state !== 'shown' || value === undefined) return [];
    const { period } = result;
    return {
      '@type': 'Observation',
      name: label ?? definitionOf(code)?.name ?? code,
      measuredProperty: code,
      value,
      ...(units[unit] && { unitText: units[unit] }),
      ...(range && { minValue: range[0], maxValue: range[1] }),
      ...(n !== undefined && { additionalProperty: { '@type': 'PropertyValue', name: 'sampleSize', value: n } }),
      ...(period && { observationPeriod: `${period.from}/${period.to}` }),
    };
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `Résultats de qualité de service : ${structure}`,
    creator: { '@type': 'GovernmentOrganization', name: structure },
    ...(licence && { license: licence }),
    ...(updated && { dateModified: updated }),
    hasPart: observations,
  };
}
