/** What a fold of events keeps of a demand. Days are `YYYY-MM-DD` on the service’s calendar. */
import type { AnnouncedDelay } from './announced-delay.ts';
import type { AppealKind } from './appeal-clock.ts';
import type {
  ActionKind,
  ActionRequest,
  Holder,
  IssuedDocument,
  Outcome,
  ProcedureStep,
  Stage,
} from './demand-event.ts';
import type { Channel } from './legal-facts.ts';
import type { Receipt } from './receipt-completeness.ts';

/** Undefined where the instant of the event cannot be read. */
export type Day = string | undefined;

export type Action = ActionRequest & {
  readonly kind: ActionKind;
  status: 'open' | 'done' | 'cancelled';
  readonly askedOn: Day;
  doneOn?: Day;
  cancelledOn?: Day;
  /** Of what came by post. */
  postmarkedOn?: Day;
};

export type FiledAppeal = { readonly id: string; readonly kind: AppealKind; readonly filedOn: Day; endedOn?: Day };

/** Only the fold writes here. */
export type DemandState = {
  stage: Stage;
  /** First day of each stage reached. */
  reachedOn: Partial<Record<Stage, Day>>;
  outcome?: Outcome;
  mode?: 'express' | 'implicit';
  conditional: boolean;
  channel?: Channel;
  postmarkedOn?: Day;
  /** By the first administration, then by the competent one where it was forwarded. */
  receivedOn?: Day;
  competentOn?: Day;
  registeredOn?: Day;
  acknowledgedOn?: Day;
  receipt?: Receipt;
  completeOn?: Day;
  holder?: Holder;
  transfers: { on: Day; to: Holder; reason: string; documents: readonly string[] }[];
  step?: ProcedureStep;
  steps: { on: Day; step: ProcedureStep }[];
  /** By their identifier. */
  actions: Map<string, Action>;
  /** Those still open. */
  open: Set<Action>;
  /** Corrections sent, dated as proof of good faith. */
  corrections: { on: Day; spontaneous: boolean }[];
  /** Open requests for an opinion, by the event that asked. */
  opinions: Set<string>;
  delay?: AnnouncedDelay;
  /** What was announced first: what the indicator of delays kept is measured on. */
  firstDelay?: AnnouncedDelay;
  extendedOn?: Day;
  systemDecisionOn?: Day;
  decidedOn?: Day;
  notifiedOn?: Day;
  notice?: 'registered' | 'on-reading';
  routesStated?: boolean;
  readOn?: Day;
  appeals: FiledAppeal[];
  /** Withdrawn, merged, closed or deleted. */
  endedOn?: Day;
  deleteOn?: Day;
  documents: IssuedDocument[];
  deliveryFailed: boolean;
};

export const newDemand = (): DemandState => ({
  stage: 'draft',
  reachedOn: {},
  conditional: false,
  transfers: [],
  steps: [],
  actions: new Map(),
  open: new Set(),
  corrections: [],
  opinions: new Set(),
  appeals: [],
  documents: [],
  deliveryFailed: false,
});

export const stages: readonly Stage[] = ['draft', 'sent', 'registered', 'received', 'in-review', 'decided', 'closed'];
