/** Addresses of the operations, below the root of the API. */
import type { Receipt } from './request.ts';

export const serviceAt = (service: string): string => `/v1/services/${encodeURIComponent(service)}`;

export const feedbackAt = (service: string, { reference }: Receipt): string =>
  `${serviceAt(service)}/feedback/${encodeURIComponent(reference)}`;
