/**
 * What happens to a demand, as an append-only list of events: every screen, every deadline and every indicator is computed from
 * it. Instants are ISO 8601 with an offset, days `YYYY-MM-DD` on the service’s calendar.
 */
import type { AnnouncedDelay } from './announced-delay.ts';
import type { AppealKind } from './appeal-clock.ts';
import type { Contact } from './contact.ts';
import type { Channel } from './legal-facts.ts';
import type { Receipt } from './receipt-completeness.ts';

/** In their order. `registered`: an authority has it; `received`: the competent service has it and said so. */
export type Stage = 'draft' | 'sent' | 'registered' | 'received' | 'in-review' | 'decided' | 'closed';

export type Outcome =
  | 'granted'
  | 'partially-granted'
  | 'refused'
  | 'inadmissible'
  | 'closed-without-action'
  | 'withdrawn'
  | 'not-competent'
  | 'duplicate'
  | 'done';

export type ActionKind =
  | 'supply-document'
  | 'correct-data'
  | 'answer-question'
  | 'pay'
  | 'attend-appointment'
  | 'collect'
  | 'read-decision'
  | 'sign';

/** Something the user is asked to do. */
export type ActionRequest = {
  readonly id: string;
  readonly label: string;
  /** The text that asks for it. */
  readonly why?: string;
  readonly dueOn?: string;
  /** Does the demand wait for it? Yes unless false. Of a piece: can it not be decided without (CRPA, art. L114-5-1)? */
  readonly blocking?: boolean;
  /** Pieces asked for, one by one. */
  readonly items?: readonly string[];
  /** Where to do it, where it is not in the tracker. */
  readonly url?: string;
};

/** Who has the demand now. */
export type Holder = { readonly name: string; readonly contact?: Contact };

/** A step of the procedure inside the review: shown, and nothing more. */
export type ProcedureStep = { readonly id: string; readonly label: string; readonly description?: string };

export type IssuedDocument = {
  readonly id: string;
  readonly kind: 'receipt' | 'extension' | 'decision' | 'acceptance-attestation' | 'other';
  readonly label: string;
  readonly url?: string;
};

type Asked = { readonly action: ActionRequest };
type Done = {
  /** The action it answers; absent for all open ones of its kind. */
  readonly actionId?: string;
  /** More is still to come. */
  readonly partial?: boolean;
  /** Day of the postmark: the proof of the user’s own deadline (CRPA, art. L112-1). */
  readonly postmarkedOn?: string;
};
type Received = { readonly receivedOn?: string };
type Ended = { readonly appealId?: string };

/** What each type of event brings beside what all have; `unknown` for nothing. */
type Details = {
  'draft-created': unknown;
  submitted: Received & { readonly channel: Channel; readonly postmarkedOn?: string };
  /** Filing receipt (AEE), or the hub that has it. */
  registered: Received;
  /** Receipt (ARE, or by post). */
  acknowledged: Received & { readonly receipt?: Receipt };
  /** Only a demand sent to the wrong administration moves the clocks (art. L114-2 and L114-3), hence `internal`. */
  transferred: {
    readonly to: Holder;
    readonly reason: 'not-competent' | 'internal';
    readonly documents?: readonly string[];
  };
  'received-by-competent': Received & { readonly holder?: Holder };
  'completeness-confirmed': unknown;
  'documents-requested': Asked;
  'documents-supplied': Done;
  'correction-requested': Asked;
  /** Without an open request it is spontaneous, which matters for the right to error (art. L123-1). */
  'correction-made': Done;
  'question-asked': Asked;
  'question-answered': Done;
  'action-required': { readonly action: ActionRequest & { readonly kind: ActionKind } };
  'action-done': Done;
  'action-cancelled': { readonly actionId: string };
  'step-entered': { readonly step: ProcedureStep };
  'delay-announced': { readonly delay: AnnouncedDelay };
  'delay-revised': { readonly delay: AnnouncedDelay; readonly reason?: string };
  /** Two months more for one’s own data (GDPR, art. 12.3). */
  'answer-extended': unknown;
  /** Day on which the system of the service will decide by itself. */
  'system-decision-scheduled': { readonly day: string };
  'opinion-requested': unknown;
  'opinion-received': { readonly requestId?: string };
  'decision-made': {
    readonly outcome: Outcome;
    /** Granted, with effect once a piece arrives (art. L114-5-1). */
    readonly conditional?: boolean;
  };
  'decision-notified': {
    /** Did it state routes and limits of appeal (CJA, art. R421-5)? */
    readonly routesStated?: boolean;
    /** `registered`: electronic equivalent (R112-17 to R112-20); `on-reading`: hidden until the user asks to see it. */
    readonly notice?: 'registered' | 'on-reading';
  };
  'decision-read': unknown;
  /** Recorded by the system that draws the consequence of silence. */
  'implicit-decision': { readonly silence: 'accept' | 'reject' };
  'appeal-filed': { readonly kind: Extract<AppealKind, 'gracieux' | 'hierarchique' | 'prior'> };
  'appeal-decided': Ended & { readonly outcome?: Outcome };
  'mediation-started': unknown;
  'mediation-ended': Ended;
  'reasons-requested': unknown;
  'reasons-given': Ended;
  withdrawn: unknown;
  reopened: { readonly stage?: Stage };
  merged: { readonly into?: string };
  closed: unknown;
  'retention-announced': { readonly deleteOn: string };
  deleted: unknown;
  'message-posted': unknown;
  'document-issued': { readonly document: IssuedDocument };
  'notification-failed': unknown;
  /** The demand did not reach the system of the service. */
  'delivery-failed': unknown;
};

export type EventType = keyof Details;

type Common = {
  /** Twice the same is one event. */
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly kind: 'user' | 'service' | 'system'; readonly label?: string };
  /** The server drops `service-only` before anything reaches a browser. */
  readonly visibility: 'user' | 'service-only';
  /** One service’s part, where several act on one demand. */
  readonly caseId?: string;
  /** Plain text for the user. */
  readonly text?: string;
  readonly links?: readonly { readonly label: string; readonly url: string }[];
  /** Where it comes from, and the status in its words. */
  readonly source?: { readonly system: string; readonly rawStatus?: string };
};

export type EventOf<Type extends EventType> = Common & { readonly type: Type } & Details[Type];
export type DemandEvent = { [Type in EventType]: EventOf<Type> }[EventType];

/** An event of a later version, or of another system: kept, shown by its text, and of no effect. */
export type UnknownEvent = Common & { readonly type: string };
