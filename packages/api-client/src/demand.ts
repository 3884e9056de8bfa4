/** A demand, for the person who made it: opened with its reference and its secret, read and answered for a short while. */
import type { DemandAct } from '@spplus/contract/demand-act';
import { DemandOnRecord } from '@spplus/contract/demand-on-record';
import * as z from 'zod/mini';
import type { Connection } from './connection.ts';
import { json, nothing, request, type CallOptions, type WriteOptions } from './request.ts';

const demands = '/v1/demands';

/** What a page needs of a session. */
const SessionOnRecord = z.looseObject({ token: z.string(), idleMinutes: z.number() });

/** As a person typed them. */
export interface DemandKey {
  reference: string;
  secret: string;
}

/** The token is kept in memory only; it goes into the `token` of a connection for the calls below. */
export const openDemand = (
  connection: Connection,
  body: DemandKey,
  options: CallOptions = {},
): Promise<{ token: string; idleMinutes: number }> =>
  request(connection, { method: 'POST', path: `${demands}/session`, body, read: json(SessionOnRecord), ...options });

export interface DemandRead {
  demand: DemandOnRecord;
  /** To be given back at the next reading. */
  etag: string | null;
}

/** Undefined where nothing has changed since `etag`. */
export const readDemand = (
  connection: Connection,
  { etag, ...options }: CallOptions & { etag?: string | null } = {},
): Promise<DemandRead | undefined> =>
  request(connection, {
    method: 'GET',
    path: `${demands}/current`,
    etag: etag ?? undefined,
    read: async (response) =>
      response.status === 304
        ? undefined
        : { demand: await json(DemandOnRecord)(response), etag: response.headers.get('etag') },
    ...options,
  });

/** Answers, corrects, says what was supplied, reads the decision or withdraws; gives the demand as it is then. */
export const actOnDemand = (connection: Connection, act: DemandAct, options: WriteOptions): Promise<DemandOnRecord> =>
  request(connection, {
    method: 'POST',
    path: `${demands}/current/events`,
    body: act,
    read: json(DemandOnRecord),
    ...options,
  });

/** « Quitter et effacer »: the session ends on the server too. */
export const closeDemand = (connection: Connection, options: CallOptions = {}): Promise<void> =>
  request(connection, { method: 'DELETE', path: `${demands}/session`, read: nothing, ...options });

/** The answer is the same whether the reference exists or not. */
export const reportLostCode = (connection: Connection, reference: string, options: CallOptions = {}): Promise<void> =>
  request(connection, {
    method: 'POST',
    path: `${demands}/lost-code`,
    body: { reference },
    read: nothing,
    ...options,
  });
