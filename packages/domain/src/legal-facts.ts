/** What the law needs to know of a demand to count its deadlines. Days are day numbers on the service’s calendar. */
import type { Appeal } from './appeal-clock.ts';
import type { PieceRequest } from './silence-clock.ts';

export type Channel = 'electronic' | 'post' | 'counter' | 'phone';

export type AskedOfUser = PieceRequest & {
  readonly id: string;
  readonly kind: 'user-documents' | 'user-correction';
  /** Does the demand wait for it? A piece the decision can do without may not stop it (CRPA, art. L114-5-1). */
  readonly blocking: boolean;
  /** Postmark or electronic sending: what counts for the user’s own deadline (CRPA, art. L112-1 and L112-13). */
  readonly sentOn?: number | undefined;
  /** No longer asked: withdrawn, or the demand was decided without it. */
  readonly isCancelled?: boolean;
};

export type DecisionFacts = {
  /** Is there something to appeal against? A refusal, even in part. */
  readonly adverse: boolean;
  /** `implicit` where the system recorded what silence decided. */
  readonly mode: 'express' | 'implicit';
  readonly notifiedOn?: number | undefined;
  /** Did the notification state the routes and limits of appeal? Undefined where nobody says. */
  readonly routesStated?: boolean | undefined;
};

export type LegalFacts = {
  readonly channel?: Channel | undefined;
  /** Reception by the first administration, competent or not. Without it nothing can be counted. */
  readonly receivedOn?: number | undefined;
  /** Reception by the competent one: the same day unless the demand was forwarded, absent while it is on its way. */
  readonly competentReceivedOn?: number | undefined;
  /** Accusé d’enregistrement électronique. */
  readonly filingReceiptOn?: number | undefined;
  /** Accusé de réception, electronic or not. */
  readonly receiptOn?: number | undefined;
  /** Does the receipt lack what the law asks (receipt-completeness)? */
  readonly receiptLacks?: boolean | undefined;
  readonly requests: readonly AskedOfUser[];
  readonly decision?: DecisionFacts | undefined;
  readonly appeals: readonly Appeal[];
  /** Withdrawn, merged or closed without a decision. */
  readonly endedOn?: number | undefined;
  /** Day on which the service said that it needs longer (GDPR, art. 12.3). */
  readonly extendedOn?: number | undefined;
  /** Day on which the system of the service says it will decide by itself; it goes before any computed one. */
  readonly systemDecisionDay?: number | undefined;
  /** Last day of the delay announced by the service (announced-delay). */
  readonly announced?: { readonly lastDay: number; readonly personalised: boolean } | undefined;
  /** Dates the service gives as they are. */
  readonly given: readonly GivenDate[];
};

export type GivenDate = {
  readonly kind: 'collect-before' | 'retention-end';
  readonly dueOn: number;
  readonly doneOn?: number | undefined;
  /** Identifier of the action. */
  readonly about?: string | undefined;
};
