/** HubEE as a source of demands. A reference is the identifier of a folder, or of a case for the software of a recipient. */
import type { DemandSource } from '../demand-source.ts';
import { DemandSourceError } from '../source-error.ts';
import { system } from './case-story.ts';
import { HubeeClient, type HubeeConnection } from './fetch-folder.ts';
import { mapCase, mapFolder, type HubeeOptions } from './map-folder.ts';

const identifier = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function hubeeSource(options: HubeeConnection & Omit<HubeeOptions, 'known'>): DemandSource {
  const { zone, log, showsMessages, userUrl, ...connection } = options;
  const client = new HubeeClient(connection);
  return {
    system,
    async read(reference, { signal, known } = {}) {
      if (!identifier.test(reference)) throw new DemandSourceError(system, 'not-found', 'no such identifier');
      const mapping = { zone, log, showsMessages, userUrl, known };
      return options.role === 'SI'
        ? mapCase(await client.case(reference, signal), mapping)
        : mapFolder(await client.folder(reference, signal), mapping);
    },
  };
}
