/**
 * The date on which Démarches simplifiées decides by itself (« SVA/SVR »), by its own reckoning: it starts the day after the
 * filing and counts both ends of a correction (its service `sva_svr_decision_date_calculator_service` and its tests). That
 * is the day after the period, which the law calls the first day of effect. For dossiers whose date its API does not give.
 */
import { plainEnd, type Period } from './legal-period.ts';

/** A correction asked and resolved, on these days. */
export type Correction = readonly [askedOn: number, resolvedOn: number];

/**
 * @param startsOn Day number of the filing, or of the last piece where the dossier was incomplete.
 * @param corrections Those that only stop the clock; one resolved before the clock starts takes nothing.
 */
export function svaSvrDecisionDay(startsOn: number, period: Period, corrections: readonly Correction[] = []): number {
  const first = startsOn + 1;
  const stopped = corrections.filter(([, resolvedOn]) => resolvedOn > first);
  return stopped.reduce(
    (day, [askedOn, resolvedOn]) => day + resolvedOn + 1 - askedOn,
    plainEnd(first, period, 'metropole'),
  );
}
