/** Asks an Open311 GeoReport v2 server for service requests, in JSON. */
import type { ChangedDemands } from '../demand-source.ts';
import { addressUnder } from '../source-address.ts';
import { DemandSourceError } from '../source-error.ts';
import { readInstant } from '../source-instant.ts';
import { askSource } from '../source-request.ts';
import { system } from './map-request.ts';
import { readServiceRequests, type ServiceRequest } from './service-request.ts';

export type RequestConnection = {
  /** What stands before `/requests.json`. */
  readonly url: string;
  /** Of a server that holds several (`jurisdiction_id`). */
  readonly jurisdiction?: string | undefined;
  /** Of a server that wants one to be read (`api_key`). */
  readonly apiKey?: string | undefined;
  /** Milliseconds for each question. */
  readonly timeout?: number | undefined;
};

/** Throws a DemandSourceError, or the reason of the signal. */
export async function fetchRequest(
  connection: RequestConnection,
  id: string,
  signal?: AbortSignal,
): Promise<ServiceRequest> {
  const requests = await ask(connection, ['requests', `${id}.json`], {}, signal);
  const request = requests.find((one) => one.service_request_id === id);
  if (request) return request;
  // Another person's request must never be shown under this reference.
  if (requests.length) throw new DemandSourceError(system, 'malformed', 'answered with another request');
  throw new DemandSourceError(system, 'not-found', 'no such request');
}

/** What the standard lets a server answer at most, where it has no pages. */
const mostAtOnce = 1000;

/**
 * Requests changed since an instant. The standard lists by the day of filing only: those filed `days` before it are read, page
 * after page (a widespread extension), and kept by their last change.
 */
export async function fetchChanged(
  connection: RequestConnection,
  since: string,
  { signal, days = 90, mostPages = 20 }: { signal?: AbortSignal | undefined; days?: number; mostPages?: number } = {},
): Promise<ChangedDemands> {
  const filedSince = new Date(Date.parse(since) - days * 864e5).toISOString().replace(/\.\d+/, '');
  const seen = new Map<string, ServiceRequest>();
  const read = (isComplete: boolean): ChangedDemands => {
    const changed = [...seen.values()].filter((one) => hasChanged(one, since));
    return { references: changed.map((one) => one.service_request_id), isComplete, filedSince };
  };
  for (let page = 1; page <= mostPages; page += 1) {
    const query = { start_date: filedSince, page: `${page}`, page_size: '100' };
    const requests = await ask(connection, ['requests.json'], query, signal);
    const before = seen.size;
    for (const one of requests) seen.set(one.service_request_id, one);
    // Nothing more, or a server without pages, which gives all it will at once.
    if (seen.size === before) return read(requests.length < mostAtOnce);
  }
  return read(false);
}

/** Without a date that can be read, it may have. */
function hasChanged({ updated_datetime, requested_datetime }: ServiceRequest, since: string): boolean {
  const changed = readInstant(updated_datetime ?? requested_datetime, 'UTC');
  return changed === undefined || Date.parse(changed) >= Date.parse(since);
}

async function ask(
  { url, jurisdiction, apiKey, timeout }: RequestConnection,
  path: readonly string[],
  query: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<ServiceRequest[]> {
  const address = addressUnder(url, path, {
    ...(jurisdiction !== undefined && { jurisdiction_id: jurisdiction }),
    ...query,
    ...(apiKey !== undefined && { api_key: apiKey }),
  });
  const answer = await askSource({ system, timeout }, address, { headers: { accept: 'application/json' }, signal });
  const requests = readServiceRequests(answer);
  if (!requests) throw new DemandSourceError(system, 'malformed', 'not a list of requests');
  return requests;
}
