/**
 * The tables, as typed queries see them. Every table of a service's data starts its primary key with `service_id`, so that
 * a distributed engine can keep one service's rows together (docs/database.md).
 */
import type { Flag } from '@spplus/contract/agent';
import type { Outcome } from '@spplus/contract/answer';
import type { Contact } from '@spplus/contract/contact';
import type { DemandRegistration } from '@spplus/contract/demand';
import type { DemandEvent } from '@spplus/contract/demand-event';
import type { FeedbackStatus } from '@spplus/contract/feedback';
import type { Opinion } from '@spplus/contract/opinion';
import type { ImprovementDraft } from '@spplus/contract/improvement';
import type { RefusalReason } from '@spplus/contract/moderation';
import type { Results } from '@spplus/contract/results';
import type { Result } from '@spplus/domain/results';
import type { SecretCost } from '../demands/secret-hash.ts';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** Written as Date or ISO string, read as Date. */
type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** Set by the database where it is not given. */
type DefaultTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;
type NullableTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export interface ServiceTable {
  id: string;
  name: string;
  settings: JSONColumnType<Record<string, unknown>>;
  created_at: DefaultTimestamp;
}

export interface ServiceSiteTable {
  service_id: string;
  /** Origin of a site that may call for this service, e.g. `https://www.mairie-exemple.fr`. */
  origin: string;
}

export interface ServiceContactTable {
  service_id: string;
  contact: JSONColumnType<Contact>;
  updated_at: Timestamp;
}

/** What a team publishes and what is computed from opinions; read together in one row. */
export interface ServiceResultTable {
  service_id: string;
  published: ColumnType<Results | null, string | null | undefined, string | null>;
  computed: ColumnType<Result[] | null, string | null | undefined, string | null>;
  computed_at: NullableTimestamp;
}

export interface ResultMonthTable {
  service_id: string;
  /** First day of the month. */
  month: ColumnType<Date, string, string>;
  question: string;
  scale: string;
  counts: ColumnType<number[], readonly number[], readonly number[]>;
}

export interface ImprovementTable {
  service_id: string;
  /** Chosen by whoever publishes it. */
  id: string;
  told: JSONColumnType<Omit<ImprovementDraft, 'feedback' | 'correction'>>;
  /** References of the opinions that asked for it. */
  feedback: string[];
  corrections: JSONColumnType<{ at: string; text: string }[]>;
  published_at: Timestamp;
}

export interface AgentTokenTable {
  id: string;
  name: string;
  /** SHA-256 of the token. The token itself is shown once, at its creation. */
  token_hash: Buffer;
  rights: string[];
  services: string[];
  created_at: DefaultTimestamp;
  expires_at: NullableTimestamp;
  revoked_at: NullableTimestamp;
}

export interface FeedbackTable {
  service_id: string;
  reference: string;
  /** SHA-256 of the Idempotency-Key of the request that created it: a repetition finds it and inserts nothing. */
  creation_key: Buffer;
  /** Fingerprint of the submission, made with its key: the same key with another content is refused. */
  creation_hash: Buffer;
  /** SHA-256 of the secret. */
  secret_hash: Buffer;
  /** Identifier of the published story, unrelated to the reference. */
  experience_id: string;
  version: Generated<number>;
  status: FeedbackStatus;
  /** Without the e-mail. Null once withdrawn or purged. */
  opinion: ColumnType<Omit<Opinion, 'email'> | null, string | null, string | null>;
  /** Kept apart: erased sooner, never exported, shown only to agents who may answer. */
  email: string | null;
  flags: Flag[];
  refusal_reason: RefusalReason | null;
  refusal_message: string | null;
  received_at: Timestamp;
  updated_at: Timestamp;
  published_at: NullableTimestamp;
}

/** Dated history of one opinion: `corrected`, `accepted`, `refused`, `published`, `answered`, `withdrawn`, `email-erased`. */
export interface FeedbackEventTable {
  service_id: string;
  reference: string;
  id: string;
  at: Timestamp;
  event: string;
  /** Name of the agent's token, null for the person or the server. */
  agent: string | null;
}

export interface AnswerTable {
  service_id: string;
  reference: string;
  id: string;
  body: string;
  signature: string;
  outcome: Outcome;
  agent: string;
  answered_at: Timestamp;
  useful: boolean | null;
}

/** What a demand was registered with, without its events. */
export type DemandRecord = Omit<DemandRegistration, 'events'>;

export interface DemandTable {
  service_id: string;
  reference: string;
  /** SHA-256 of the Idempotency-Key of the request that registered it, and fingerprint of that request. */
  creation_key: Buffer;
  creation_hash: Buffer;
  record: JSONColumnType<DemandRecord>;
  /** Moves with each change: what a page has seen is known by it. */
  revision: number;
  event_count: number;
  registered_at: Timestamp;
  updated_at: Timestamp;
  /** When the event that ended it was appended. */
  closed_at: NullableTimestamp;
  /** The day that the service announced: nothing is erased before. */
  keep_until: NullableTimestamp;
}

/** Appended and never rewritten: the database refuses it. */
export interface DemandEventTable {
  service_id: string;
  reference: string;
  /** From 0, in the order of their coming. */
  position: number;
  event_id: string;
  event: JSONColumnType<DemandEvent>;
  appended_at: Timestamp;
  /** Name of the agent's token, null for the person. */
  agent: string | null;
}

/** What opens a demand, by its reference alone: scrypt of the secret. */
export interface DemandAccessTable {
  reference: string;
  service_id: string;
  salt: Buffer;
  hash: Buffer;
  cost: JSONColumnType<SecretCost>;
  /** SHA-256 of the Idempotency-Key of the request that made the secret. */
  made_by: Buffer;
}

export interface DemandSessionTable {
  /** SHA-256 of the token, which the page keeps in memory. */
  token_hash: Buffer;
  reference: string;
  service_id: string;
  opened_at: Timestamp;
  expires_at: Timestamp;
}

/** Asked for with any reference that is well formed: whether it exists is not looked at. */
export interface DemandLostCodeTable {
  reference: string;
  asked_at: Timestamp;
}

/** Writes other than the creation of an opinion or of a demand, remembered by their Idempotency-Key. */
export interface IdempotencyTable {
  service_id: string;
  key_hash: Buffer;
  request_hash: Buffer;
  /** Null while the first request is being treated. */
  response: ColumnType<{ status: number; body: unknown } | null, string | null, string | null>;
  created_at: Timestamp;
}

export interface RateLimitTable {
  /** What is counted, an address only as a keyed hash: `address:…`, `service:…`. */
  bucket: string;
  window_start: Timestamp;
  hits: number;
}

/** Values that all processes on one database share, such as the key that secrets are derived with. */
export interface InstanceSettingTable {
  name: string;
  value: Buffer;
}

/** Proofs of work already used, until they expire. */
export interface UsedProofTable {
  proof_hash: Buffer;
  expires_at: Timestamp;
}

/** What the purge removed, for the record of processing activities. */
export interface PurgeRunTable {
  id: string;
  at: Timestamp;
  removed: JSONColumnType<Record<string, number>>;
}

export interface Schema {
  service: ServiceTable;
  service_site: ServiceSiteTable;
  service_contact: ServiceContactTable;
  service_result: ServiceResultTable;
  result_month: ResultMonthTable;
  improvement: ImprovementTable;
  agent_token: AgentTokenTable;
  feedback: FeedbackTable;
  feedback_event: FeedbackEventTable;
  answer: AnswerTable;
  demand: DemandTable;
  demand_event: DemandEventTable;
  demand_access: DemandAccessTable;
  demand_session: DemandSessionTable;
  demand_lost_code: DemandLostCodeTable;
  idempotency: IdempotencyTable;
  rate_limit: RateLimitTable;
  instance_setting: InstanceSettingTable;
  used_proof: UsedProofTable;
  purge_run: PurgeRunTable;
}
