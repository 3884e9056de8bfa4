/**
 * A service request as servers of Open311 GeoReport v2 answer it in JSON (wiki.open311.org/GeoReport_v2, “GET Service Request”).
 * Not read: description, address, position and picture, which the person who reported knows and nobody else needs.
 */
import { z } from 'zod';
import { optionalFlag, optionalObject, optionalText, rawInstant, text } from '../tolerant.ts';

export const ServiceRequest = z.object({
  service_request_id: text,
  /** `open` or `closed`; some servers have more. */
  status: optionalText,
  status_notes: optionalText,
  agency_responsible: optionalText,
  requested_datetime: rawInstant,
  updated_datetime: rawInstant,
  expected_datetime: rawInstant,
  /** Of Chicago’s server and those built on it. */
  extended_attributes: optionalObject({ duplicate: optionalFlag }),
});

export type ServiceRequest = z.output<typeof ServiceRequest>;

/** The standard says a list, even for one request; FixMyStreet and others put it in an object, a few leave the list out. */
const Answer = z.union([
  z.array(z.unknown()),
  z.object({ service_requests: z.array(z.unknown()) }).transform((answer) => answer.service_requests),
  z.object({ requests: z.array(z.unknown()) }).transform((answer) => answer.requests),
  z.object({ service_request_id: z.unknown() }).transform((answer): unknown[] => [answer]),
]);

/** Requests of an answer; undefined for what is none. Entries without an identifier, still being processed, are left out. */
export function readServiceRequests(answer: unknown): ServiceRequest[] | undefined {
  const read = Answer.safeParse(answer);
  return read.data?.flatMap((entry) => ServiceRequest.safeParse(entry).data ?? []);
}
