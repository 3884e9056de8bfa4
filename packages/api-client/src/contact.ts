/** How and when to reach a service. */
import { ContactOnRecord } from '@spplus/contract/contact-on-record';
import type { Connection } from './connection.ts';
import { serviceAt } from './paths.ts';
import { json, request, type CallOptions } from './request.ts';

/**
 * The contact that the team keeps. Only its name is sure to be there: read the rest with readContact() of
 * `@spplus/domain/contact-reader`, which drops what is not sound. Throws ApiError, with `code` `not-found` where the service
 * has none.
 */
export const getContact = (
  connection: Connection,
  service: string,
  options: CallOptions = {},
): Promise<ContactOnRecord> =>
  request(connection, {
    method: 'GET',
    path: `${serviceAt(service)}/contact`,
    read: json(ContactOnRecord),
    ...options,
  });
