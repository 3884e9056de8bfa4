/** How good a service is. */
import { ResultsOnRecord } from '@spplus/contract/results-on-record';
import type { Connection } from './connection.ts';
import { serviceAt } from './paths.ts';
import { json, request, type CallOptions } from './request.ts';

/**
 * The results of a service: those that its team published, and those computed from the opinions it received. Read them with
 * readResults() of `@spplus/domain/results-reader`, which says what is not sound.
 */
export const getResults = (
  connection: Connection,
  service: string,
  options: CallOptions = {},
): Promise<ResultsOnRecord> =>
  request(connection, {
    method: 'GET',
    path: `${serviceAt(service)}/results`,
    read: json(ResultsOnRecord),
    ...options,
  });
