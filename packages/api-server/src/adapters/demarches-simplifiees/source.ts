/** Démarches simplifiées as a source of demands. A reference is the number of a dossier. */
import type { DemandSource } from '../demand-source.ts';
import { DemandSourceError } from '../source-error.ts';
import { fetchChanged, fetchDossier, type DossierConnection } from './fetch-dossier.ts';
import { mapDossier, system, type DossierOptions } from './map-dossier.ts';

export type DossierSourceOptions = Omit<DossierConnection, 'hasReadingNotice'> &
  Omit<DossierOptions, 'dossierUrl' | 'known'> & {
    /** Number of the procedure. Without it, what changed cannot be listed. */
    readonly procedure?: number | undefined;
  };

export function dossierSource(options: DossierSourceOptions): DemandSource {
  const { url, token, timeout, procedure, ...mapping } = options;
  const hasReadingNotice = mapping.notification === 'on-reading';
  const connection = { url, token, timeout, hasReadingNotice };
  return {
    system,
    async read(reference, { signal, known } = {}) {
      if (!/^[1-9]\d{0,9}$/.test(reference)) throw new DemandSourceError(system, 'not-found', 'no such number');
      const dossier = await fetchDossier(connection, Number(reference), signal);
      // Another person's dossier must never be shown under this reference.
      if (dossier.number !== reference)
        throw new DemandSourceError(system, 'malformed', 'answered with another dossier');
      return mapDossier(dossier, { ...mapping, known, dossierUrl: new URL(`/dossiers/${reference}`, url).href });
    },
    ...(procedure !== undefined && {
      changedSince: (instant, { signal } = {}) => fetchChanged(connection, procedure, instant, { signal }),
    }),
  };
}
