/** Demands as agents’ tools write and read them. */
import * as z from 'zod/mini';
import { DemandCode, TrackedDemand } from './demand.ts';
import { DemandEvent } from './demand-event.ts';
import { list } from './demand-parts.ts';
import { DemandReference, Instant } from './scalars.ts';

const optional = z.exactOptional;

/** What the receipt lacks of what the law wants in it (domain/receipt-completeness). */
const ReceiptShortfall = z.object({
  field: z.string(),
  level: z.enum(['missing', 'check']),
  article: z.string(),
  message: z.string(),
});

export const RegisteredDemand = z.object({
  ...DemandCode.shape,
  registeredAt: Instant,
  /** Of the receipt given with it, if any. */
  receiptLacks: z.array(ReceiptShortfall),
});
export type RegisteredDemand = z.infer<typeof RegisteredDemand>;

/** All of them or none is appended, in their order. */
export const DemandEvents = z.object({ events: list(DemandEvent, 500).check(z.minLength(1)) });
export type DemandEvents = z.infer<typeof DemandEvents>;

export const AppendedEvents = z.object({
  reference: DemandReference,
  appended: z.int(),
  /** Those that were there already. */
  known: z.int(),
  /** Of the receipts among them. */
  receiptLacks: z.array(ReceiptShortfall),
});
export type AppendedEvents = z.infer<typeof AppendedEvents>;

const summary = {
  reference: DemandReference,
  procedure: z.string(),
  events: z.int(),
  registeredAt: Instant,
  updatedAt: Instant,
  closedAt: optional(Instant),
  erasedAt: optional(Instant),
  /** When the person last said that the secret is lost. Anyone who knows the reference may say so: check who asks. */
  codeLostAt: optional(Instant),
};

export const DemandSummary = z.object(summary);
export type DemandSummary = z.infer<typeof DemandSummary>;

export const DemandPage = z.object({ items: z.array(DemandSummary), next: optional(z.string()) });
export type DemandPage = z.infer<typeof DemandPage>;

/** Everything held about a demand, events for the service only included. */
export const DemandOnFile = z.object({
  ...TrackedDemand.shape,
  decisionOnReading: optional(z.boolean()),
  closedAt: optional(Instant),
  codeLostAt: optional(Instant),
});
export type DemandOnFile = z.infer<typeof DemandOnFile>;
