/** Why another system gave no answer. */

export type SourceFault =
  /** It refused our token, or what our token may see. */
  | 'unauthorised'
  /** It does not know the demand. */
  | 'not-found'
  | 'throttled'
  | 'timeout'
  /** It could not be reached, or failed. */
  | 'unavailable'
  /** It refused our question. */
  | 'refused'
  /** Its answer is not what its protocol says. */
  | 'malformed';

const isPassing: Readonly<Record<SourceFault, boolean>> = {
  unauthorised: false,
  'not-found': false,
  throttled: true,
  timeout: true,
  unavailable: true,
  refused: false,
  malformed: false,
};

/**
 * Says which system failed and how, for the log: never an address with its query, a reference, a token or what was answered.
 */
export class DemandSourceError extends Error {
  override name = 'DemandSourceError';
  readonly system: string;
  readonly fault: SourceFault;
  /** HTTP status, where there was one. */
  readonly status: number | undefined;
  /** Seconds to wait, where the system said so. */
  readonly retryAfter: number | undefined;

  constructor(system: string, fault: SourceFault, says: string, more: { status?: number; retryAfter?: number } = {}) {
    super(`${system}: ${says}`);
    this.system = system;
    this.fault = fault;
    this.status = more.status;
    this.retryAfter = more.retryAfter;
  }

  /** May the same question get an answer later? */
  get isPassing(): boolean {
    return isPassing[this.fault];
  }
}
