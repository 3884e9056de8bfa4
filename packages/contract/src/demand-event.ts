/**
 * What happens to a demand: every type of domain/demand-event, each held to its parts and to sizes that a page can show, and
 * events of other types with what all have in common.
 */
import * as z from 'zod/mini';
import { isKnown } from '@spplus/domain/demand-effects';
import { FullDay } from './contact.ts';
import {
  ActionOfKind,
  ActionRequest,
  AnnouncedDelay,
  DemandChannel,
  DemandOutcome,
  DemandReceipt,
  Holder,
  Identifier,
  IssuedDocument,
  label,
  Link,
  list,
  OffsetInstant,
  ProcedureStep,
  Stage,
  words,
} from './demand-parts.ts';
import { text } from './scalars.ts';

const optional = z.exactOptional;

const common = {
  /** Twice the same is one event. */
  id: Identifier,
  at: OffsetInstant,
  actor: z.object({ kind: z.enum(['user', 'service', 'system']), label: optional(label) }),
  visibility: z.enum(['user', 'service-only']),
  caseId: optional(Identifier),
  text: optional(words),
  links: optional(list(Link, 20)),
  source: optional(z.object({ system: label, rawStatus: optional(label) })),
};

const of = <const Type extends string, Shape extends Record<string, z.ZodMiniType>>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...common, ...shape });

const received = { receivedOn: optional(FullDay) };
const asked = { action: ActionRequest };
const done = { actionId: optional(Identifier), partial: optional(z.boolean()), postmarkedOn: optional(FullDay) };
const ended = { appealId: optional(Identifier) };

/** By their type. */
export const KnownEvent = z.discriminatedUnion('type', [
  of('draft-created', {}),
  of('submitted', { ...received, channel: DemandChannel, postmarkedOn: optional(FullDay) }),
  of('registered', received),
  of('acknowledged', { ...received, receipt: optional(DemandReceipt) }),
  of('transferred', {
    to: Holder,
    reason: z.enum(['not-competent', 'internal']),
    documents: optional(list(label, 200)),
  }),
  of('received-by-competent', { ...received, holder: optional(Holder) }),
  of('completeness-confirmed', {}),
  of('documents-requested', asked),
  of('documents-supplied', done),
  of('correction-requested', asked),
  of('correction-made', done),
  of('question-asked', asked),
  of('question-answered', done),
  of('action-required', { action: ActionOfKind }),
  of('action-done', done),
  of('action-cancelled', { actionId: Identifier }),
  of('step-entered', { step: ProcedureStep }),
  of('delay-announced', { delay: AnnouncedDelay }),
  of('delay-revised', { delay: AnnouncedDelay, reason: optional(text(2000)) }),
  of('answer-extended', {}),
  of('system-decision-scheduled', { day: FullDay }),
  of('opinion-requested', {}),
  of('opinion-received', { requestId: optional(Identifier) }),
  of('decision-made', { outcome: DemandOutcome, conditional: optional(z.boolean()) }),
  of('decision-notified', {
    routesStated: optional(z.boolean()),
    notice: optional(z.enum(['registered', 'on-reading'])),
  }),
  of('decision-read', {}),
  of('implicit-decision', { silence: z.enum(['accept', 'reject']) }),
  of('appeal-filed', { kind: z.enum(['gracieux', 'hierarchique', 'prior']) }),
  of('appeal-decided', { ...ended, outcome: optional(DemandOutcome) }),
  of('mediation-started', {}),
  of('mediation-ended', ended),
  of('reasons-requested', {}),
  of('reasons-given', ended),
  of('withdrawn', {}),
  of('reopened', { stage: optional(Stage) }),
  of('merged', { into: optional(label) }),
  of('closed', {}),
  of('retention-announced', { deleteOn: FullDay }),
  of('deleted', {}),
  of('message-posted', {}),
  of('document-issued', { document: IssuedDocument }),
  of('notification-failed', {}),
  of('delivery-failed', {}),
]);
export type KnownEvent = z.infer<typeof KnownEvent>;

/** Of a later version or of another system: shown by its text, and of no effect. A known type cannot pass for one. */
export const OtherEvent = z.object({
  type: z.string().check(
    z.regex(/^[a-z][a-z0-9-]{0,59}$/, 'Expected a type such as step-entered'),
    z.refine((type) => !isKnown({ type }), { error: 'This type wants its own fields', abort: true }),
  ),
  ...common,
});

export const DemandEvent = z.union([KnownEvent, OtherEvent]);
export type DemandEvent = z.infer<typeof DemandEvent>;
