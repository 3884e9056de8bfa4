/** What events of a demand are made of, as domain/demand-event and domain/announced-delay read them. */
import * as z from 'zod/mini';
import { parseDay } from '@spplus/domain/civil-date';
import { Contact, FullDay, Url } from './contact.ts';
import { text } from './scalars.ts';

const optional = z.exactOptional;

/** Identifier that a service or a system gives: visible characters. */
export const Identifier = z.string().check(z.regex(/^[\x21-\x7e]{1,120}$/, 'Expected 1 to 120 visible characters'));

/** Identifiers, labels and texts that a system repeats with each event. */
export const label = text(300);
export const words = text(10_000);
export const list = <Item extends z.ZodMiniType>(item: Item, max: number) => z.array(item).check(z.maxLength(max));

/** An instant with its offset, e.g. `2026-11-23T17:50:00+01:00`. */
export const OffsetInstant = z.string().check(
  z.regex(
    /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
    'Expected an instant with its offset, e.g. 2026-11-23T17:50:00+01:00',
  ),
  z.refine((at) => parseDay(at.slice(0, 10)) !== undefined, 'Expected a day that exists'),
);

export const demandChannels = ['electronic', 'post', 'counter', 'phone'] as const;
export const DemandChannel = z.enum(demandChannels);

export const stages = ['draft', 'sent', 'registered', 'received', 'in-review', 'decided', 'closed'] as const;
export const Stage = z.enum(stages);

export const DemandOutcome = z.enum([
  'granted',
  'partially-granted',
  'refused',
  'inadmissible',
  'closed-without-action',
  'withdrawn',
  'not-competent',
  'duplicate',
  'done',
]);

export const ActionKind = z.enum([
  'supply-document',
  'correct-data',
  'answer-question',
  'pay',
  'attend-appointment',
  'collect',
  'read-decision',
  'sign',
]);

const action = {
  id: Identifier,
  label,
  why: optional(text(2000)),
  dueOn: optional(FullDay),
  blocking: optional(z.boolean()),
  items: optional(list(label, 100)),
  url: optional(Url),
};
export const ActionRequest = z.object(action);
export const ActionOfKind = z.object({ ...action, kind: ActionKind });

export const Holder = z.object({ name: label, contact: optional(Contact) });

export const ProcedureStep = z.object({ id: Identifier, label, description: optional(text(2000)) });

export const IssuedDocument = z.object({
  id: Identifier,
  kind: z.enum(['receipt', 'extension', 'decision', 'acceptance-attestation', 'other']),
  label,
  url: optional(Url),
});

export const Link = z.object({ label, url: Url });

/** What a receipt says; domain/receipt-completeness tells what it lacks. */
export const DemandReceipt = z.object({
  channel: DemandChannel,
  of: optional(z.enum(['demand', 'declaration'])),
  receivedOn: optional(FullDay),
  service: optional(
    z.object({
      name: optional(label),
      email: optional(label),
      postalAddress: optional(text(1000)),
      phone: optional(label),
    }),
  ),
  silence: optional(z.enum(['accept', 'reject', 'none'])),
  deemedOn: optional(FullDay),
  saysIfComplete: optional(z.boolean()),
  saysAttestation: optional(z.boolean()),
  appeal: optional(z.object({ limits: optional(text(2000)), routes: optional(text(5000)) })),
  missing: optional(
    z.object({ pieces: list(label, 100), limit: optional(FullDay), saysEffect: optional(z.boolean()) }),
  ),
});
export type DemandReceipt = z.infer<typeof DemandReceipt>;

const length = z.int().check(z.gte(0), z.lte(36_500));
const counted = {
  unit: z.enum(['day', 'working-day', 'week', 'month']),
  basisFrom: z.enum(['filing', 'completeness', 'review-start']),
  excludesWaitingOnUser: optional(z.boolean()),
};

export const AnnouncedDelay = z.discriminatedUnion('form', [
  z.object({ form: z.literal('fixed'), max: length, ...counted }),
  z.object({ form: z.literal('range'), min: length, max: length, ...counted }),
  z.object({
    form: z.literal('percentile'),
    percentile: z.int().check(z.gte(1), z.lte(100)),
    median: length,
    max: length,
    sampleSize: z.int().check(z.gte(1)),
    from: FullDay,
    to: FullDay,
    ...counted,
  }),
  z.object({ form: z.literal('queue'), processing: FullDay, asOf: FullDay }),
  z.object({ form: z.literal('personalised'), date: FullDay }),
]);
