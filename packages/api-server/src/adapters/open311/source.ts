/** An Open311 GeoReport v2 server as a source of demands. A reference is a `service_request_id`. */
import type { DemandSource } from '../demand-source.ts';
import { DemandSourceError } from '../source-error.ts';
import { fetchChanged, fetchRequest, type RequestConnection } from './fetch-requests.ts';
import { mapRequest, system, type RequestOptions } from './map-request.ts';

export function open311Source(options: RequestConnection & Omit<RequestOptions, 'known'>): DemandSource {
  const { url, jurisdiction, apiKey, timeout, ...mapping } = options;
  const connection = { url, jurisdiction, apiKey, timeout };
  return {
    system,
    async read(reference, { signal, known } = {}) {
      if (!/^[\w.~:@-]{1,64}$/.test(reference) || /^\.+$/.test(reference))
        throw new DemandSourceError(system, 'not-found', 'no such request');
      return mapRequest(await fetchRequest(connection, reference, signal), { ...mapping, known });
    },
    changedSince: (instant, { signal } = {}) => fetchChanged(connection, instant, { signal }),
  };
}
