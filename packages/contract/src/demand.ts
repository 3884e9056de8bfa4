/** A demand that is tracked: as a service registers it, and as the person who made it sees it. */
import * as z from 'zod/mini';
import { TimeZone, Url } from './contact.ts';
import { DemandEvent } from './demand-event.ts';
import { DemandReceipt, label, list, ProcedureStep, words } from './demand-parts.ts';
import { ProcedureProfile } from './procedure.ts';
import { DemandReference, DemandSecret, Instant, ServiceId, text } from './scalars.ts';

const optional = z.exactOptional;

const RecapItem = z.object({
  label,
  value: optional(words),
  /** Of what should not be read over a shoulder: the server keeps its last characters only. */
  masked: optional(z.boolean()),
  /** Names of files sent. */
  files: optional(list(label, 50)),
});

export const RecapSection = z.object({
  title: label,
  /** What the service obtained without asking for it is told with where it comes from (CRPA, art. L114-8). */
  origin: z.enum(['user', 'other-administration']),
  source: optional(label),
  items: list(RecapItem, 200),
});
export type RecapSection = z.infer<typeof RecapSection>;

/** What is not shown, and why. */
export const Redaction = z.object({
  block: z.enum(['recap', 'history', 'documents', 'decision', 'contact', 'receipt']),
  reason: z.enum(['legal', 'security', 'third-party', 'not-yet-notified']),
  text: optional(text(2000)),
});
export type Redaction = z.infer<typeof Redaction>;

/** What a person may do without being asked, until the decision. */
export const demandLiberties = ['correct', 'withdraw'] as const;
export const notificationChannels = ['email', 'sms', 'post'] as const;

const described = {
  procedure: z.object({ name: label, url: optional(Url) }),
  profile: ProcedureProfile,
  /** Where the service keeps its calendar. */
  zone: TimeZone,
  /** Steps of the procedure, in their order, before any is entered. */
  steps: optional(list(ProcedureStep, 50)),
  recap: optional(list(RecapSection, 50)),
  receipt: optional(DemandReceipt),
  allows: list(z.enum(demandLiberties), demandLiberties.length),
  /** By what the service can tell that something has changed. */
  notifications: list(z.enum(notificationChannels), notificationChannels.length),
  redacted: list(Redaction, 20),
  /** Whom to ask about one’s personal data. */
  dataRights: optional(
    z.object({ name: label, email: optional(label), url: optional(Url), postalAddress: optional(text(1000)) }),
  ),
};

export const DemandRegistration = z.object({
  ...described,
  zone: z._default(TimeZone, 'Europe/Paris'),
  allows: z._default(described.allows, []),
  notifications: z._default(described.notifications, []),
  redacted: z._default(described.redacted, []),
  /** A decision is hidden from the moment it is made until the person asks to read it. */
  decisionOnReading: optional(z.boolean()),
  /** What has happened already. */
  events: z._default(list(DemandEvent, 500), []),
});
export type DemandRegistration = z.infer<typeof DemandRegistration>;

/** Without events that are for the service only, without internal words, and with no decision that is not notified yet. */
export const TrackedDemand = z.object({
  reference: DemandReference,
  service: z.object({ id: ServiceId, name: z.string() }),
  ...described,
  events: z.array(DemandEvent),
  registeredAt: Instant,
  updatedAt: Instant,
  /** When everything is erased, once it is closed. */
  erasedAt: optional(Instant),
});
export type TrackedDemand = z.infer<typeof TrackedDemand>;

/** As they were typed. What cannot be a reference or a secret opens nothing, like one that is wrong. */
export const DemandKey = z.object({
  reference: z.string().check(z.maxLength(100)),
  secret: z.string().check(z.maxLength(200)),
});
export type DemandKey = z.infer<typeof DemandKey>;

export const LostCode = z.object({ reference: z.string().check(z.maxLength(100)) });

/** To be kept in memory only. Each use puts its end off. */
export const DemandSession = z.object({
  token: z.string(),
  expiresAt: Instant,
  /** Without any use. */
  idleMinutes: z.int(),
});
export type DemandSession = z.infer<typeof DemandSession>;

export const DemandCode = z.object({
  reference: DemandReference,
  /** Shown here and never again; absent from a repetition that comes after another one was made. */
  secret: optional(DemandSecret),
});
export type DemandCode = z.infer<typeof DemandCode>;
