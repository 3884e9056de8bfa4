/** What a page may ask about a service. */
import { Challenge, Service } from '@spplus/contract/service';
import type { Connection } from './connection.ts';
import { serviceAt } from './paths.ts';
import { json, request, type CallOptions } from './request.ts';

export const getService = (connection: Connection, service: string, options: CallOptions = {}): Promise<Service> =>
  request(connection, { method: 'GET', path: serviceAt(service), read: json(Service), ...options });

/** A proof-of-work challenge, for solveChallenge(). */
export const getChallenge = (connection: Connection, service: string, options: CallOptions = {}): Promise<Challenge> =>
  request(connection, { method: 'GET', path: `${serviceAt(service)}/challenge`, read: json(Challenge), ...options });
