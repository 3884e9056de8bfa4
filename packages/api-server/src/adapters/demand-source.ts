/**
 * Another system that holds demands: Démarches simplifiées, HubEE, an Open311 server. The server asks it what happened to a
 * demand and gets events of ours; it appends those whose identifier it does not have. No secret of the system is in them.
 */
import type { DemandEvent, UnknownEvent } from '@spplus/domain/demand-event';

export type SourceWarning = {
  readonly system: string;
  readonly kind:
    'unknown-status' | 'unknown-event' | 'unreadable-date' | 'unreadable-entry' | 'unreadable-text' | 'missing-field';
  /** Path in the answer of the system, e.g. `traitements[3].event`. */
  readonly field: string;
  /** What was found there, cut short; never the text of a person. */
  readonly found?: string;
};

/** Where a warning is reported at once, beside being part of the reading: the server logs it. */
export type ReportWarning = (warning: SourceWarning) => void;

export type SourceReading = {
  /** New ones, in the order in which they happened, each under an identifier that later readings give it again. */
  readonly events: readonly DemandEvent[];
  readonly warnings: readonly SourceWarning[];
};

export type ReadOptions = {
  readonly signal?: AbortSignal;
  /**
   * Events of the demand that the server has, which are not told again: what a system says of the same event may change, and
   * events are never rewritten. Those that tell their present state only (Open311) need them to tell a change: a request open
   * again, another agency.
   */
  readonly known?: readonly (DemandEvent | UnknownEvent)[];
};

export type ChangedDemands = {
  readonly references: readonly string[];
  /** False where the bound on pages was reached: ask again from the same instant, or read every demand. */
  readonly isComplete: boolean;
  /** Where the system lists recent demands only: those filed before this instant have to be read to know. */
  readonly filedSince?: string;
};

export interface DemandSource {
  /** Name of the system, as it stands in `source.system` of its events. */
  readonly system: string;
  /**
   * What happened to a demand. Throws a DemandSourceError, or the reason of the signal once aborted; asking again is left to
   * the caller.
   *
   * @param reference How the system names the demand.
   */
  read(reference: string, options?: ReadOptions): Promise<SourceReading>;
  /** Demands that changed at or after an instant (ISO 8601), where the system can tell: those alone need reading. */
  changedSince?(instant: string, options?: { signal?: AbortSignal }): Promise<ChangedDemands>;
}
