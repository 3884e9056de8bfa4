/** What each status of a HubEE case tells, given the one before it. */
import type { EventOf } from '@spplus/domain/demand-event';
import type { Reading } from '../reading.ts';

export const system = 'hubee';

type News = {
  /** What makes it the same news in the next reading. */
  readonly key: string;
  readonly at: string | undefined;
  readonly actor: EventOf<'closed'>['actor'];
  /** For the user. */
  readonly text?: string | undefined;
};

/** On its way in the hub, which has it. */
const underway: ReadonlySet<string> = new Set(['HUBEE_RECEIVED', 'HUBEE_COMPLETED', 'HUBEE_NOTIFIED', 'SENT']);
const decided: ReadonlySet<string> = new Set(['REFUSED', 'DONE', 'CLOSED']);
const reviewed: ReadonlySet<string> = new Set(['IN_PROGRESS', 'ADD_AWAITING', ...decided]);
const review = { id: 'in-progress', label: 'En cours de traitement' };

/** Where an earlier reading left a case. */
export type CaseStart = {
  readonly caseId?: string | undefined;
  readonly status?: string | undefined;
  /** The open request for pieces. */
  readonly request?: string | undefined;
};

/** How pieces are asked for. Only the cases of a folder ask, each for its own. */
export type PiecesRequest = { readonly label: string; readonly url?: string };

/** One case, or a folder that has several, told status after status. */
export class CaseStory {
  readonly #reading: Reading;
  readonly #caseId: { caseId?: string };
  readonly #pieces: PiecesRequest | undefined;
  #status: string | undefined;
  #request: string | undefined;

  constructor(reading: Reading, { caseId, status, request }: CaseStart, pieces: PiecesRequest | undefined) {
    this.#reading = reading;
    this.#caseId = caseId === undefined ? {} : { caseId };
    this.#status = status;
    this.#request = request;
    this.#pieces = pieces;
  }

  /** The last one told. */
  get status(): string | undefined {
    return this.#status;
  }

  /** @param field Where the status stands in the answer, for a warning. */
  moves(rawStatus: string, news: News, field: string, from = this.#status): void {
    const common = { ...news, ...this.#caseId, rawStatus };
    const isUnderReview = from !== undefined && reviewed.has(from);
    if (
      !underway.has(rawStatus) &&
      !reviewed.has(rawStatus) &&
      rawStatus !== 'SI_RECEIVED' &&
      rawStatus !== 'SI_INTG_ERROR'
    )
      return this.#reading.warn('unknown-status', field, rawStatus);
    if (from !== undefined && decided.has(from) && !decided.has(rawStatus))
      this.#reading.tell({
        type: 'reopened',
        ...common,
        stage: rawStatus === 'SI_RECEIVED' ? 'received' : 'in-review',
      });
    if (rawStatus !== 'ADD_AWAITING' && !decided.has(rawStatus)) this.#giveUpRequest(common);
    this.#status = rawStatus;
    switch (rawStatus) {
      case 'SI_RECEIVED':
        return this.#reading.tell({ type: 'received-by-competent', ...common });
      case 'SI_INTG_ERROR':
        return this.#reading.tell({ type: 'delivery-failed', ...common });
      case 'IN_PROGRESS':
        return this.#reading.tell({ type: 'step-entered', ...common, step: review });
      case 'ADD_AWAITING':
        if (!isUnderReview) this.#reading.tell({ type: 'step-entered', ...common, step: review });
        return this.#ask(common);
      case 'REFUSED':
        return this.#reading.tell({ type: 'decision-made', ...common, outcome: 'refused' });
      case 'DONE':
        return this.#reading.tell({ type: 'decision-made', ...common, outcome: 'done' });
      case 'CLOSED':
        return this.#reading.tell({ type: 'closed', ...common });
      default:
        // Sent again after the recipient could not take it in; otherwise its filing has told it.
        if (from === 'SI_INTG_ERROR') this.#reading.tell({ type: 'registered', ...common });
    }
  }

  /** The online service sent pieces, on behalf of the user. */
  supplies(news: News): void {
    const actionId = this.#request === undefined ? {} : { actionId: this.#request };
    this.#reading.tell({ type: 'documents-supplied', ...news, ...this.#caseId, ...actionId });
    this.#request = undefined;
  }

  #ask(news: News & { rawStatus: string }): void {
    if (!this.#pieces) return;
    this.#request = this.#reading.id('pieces', news.key);
    const action = { id: this.#request, ...this.#pieces };
    this.#reading.tell({ type: 'documents-requested', ...news, ...this.#caseId, action });
  }

  /** The service went on without the pieces. */
  #giveUpRequest({ key, at, rawStatus }: News & { rawStatus: string }): void {
    if (this.#request === undefined) return;
    const common = { key, at, rawStatus, actor: { kind: 'service' }, ...this.#caseId } as const;
    this.#reading.tell({ type: 'action-cancelled', ...common, actionId: this.#request });
    this.#request = undefined;
  }
}
