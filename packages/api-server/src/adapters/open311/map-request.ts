/**
 * From a service request of Open311 to events. The protocol tells the present only: what changed is found by comparing with the
 * events that earlier readings told.
 */
import type { DemandEvent, EventType, UnknownEvent } from '@spplus/domain/demand-event';
import type { Channel } from '@spplus/domain/legal-facts';
import type { SourceReading } from '../demand-source.ts';
import { plainText, shortText } from '../plain-text.ts';
import { Reading, type MapOptions } from '../reading.ts';
import { laterOf, readDay } from '../source-instant.ts';
import type { ServiceRequest } from './service-request.ts';
import { isEnded, meaningOf, reviewNotes, statusName, type StatusMeaning } from './statuses.ts';

export const system = 'open311';

export type RequestOptions = MapOptions & {
  /** How people report there; `electronic` unless said otherwise. */
  readonly channel?: Channel | undefined;
  /** Beginnings of notes that say that somebody works on it; common ones unless said otherwise. */
  readonly reviewNotes?: readonly string[] | undefined;
};

/** Never throws. A status that is not known keeps the stage, and is reported. */
export function mapRequest(request: ServiceRequest, options: RequestOptions = {}): SourceReading {
  const { updated_datetime, requested_datetime } = request;
  const reading = new Reading(system, request.service_request_id, options, [requested_datetime, updated_datetime]);
  const filedAt = reading.instant(requested_datetime, 'requested_datetime', true);
  // A change dated before the request is dated with it: what happened after is told after.
  const changedAt = laterOf(filedAt, reading.instant(updated_datetime, 'updated_datetime'));
  const news = { reading, request, told: reading.told, filedAt, changedAt };
  const [key, channel] = ['filing', options.channel ?? 'electronic'] as const;
  reading.tell({ type: 'submitted', key, at: filedAt, actor: { kind: 'user' }, channel });
  const status = statusOf(news);
  tellHolder(news, status?.isTold === false && status.meaning.kind === 'referred');
  tellDelay(news);
  if (status) tellStatus(news, status, options);
  return reading.done();
}

type News = {
  readonly reading: Reading;
  readonly request: ServiceRequest;
  /** What earlier readings told. */
  readonly told: readonly (DemandEvent | UnknownEvent)[];
  readonly filedAt: string | undefined;
  readonly changedAt: string | undefined;
};
const service = { kind: 'service' } as const;

const lastOf = <Type extends EventType>(told: News['told'], ...types: readonly Type[]) =>
  told.findLast((event): event is Extract<DemandEvent, { type: Type }> =>
    (types as readonly string[]).includes(event.type),
  );

/** Who has it: told with its reception, then whenever it changes. */
function tellHolder({ reading, request, told, filedAt, changedAt }: News, isReferred: boolean): void {
  const name = isReferred ? undefined : shortText(request.agency_responsible);
  const holder = name === undefined ? {} : { holder: { name } };
  const before = lastOf(told, 'transferred', 'received-by-competent');
  if (!before)
    return reading.tell({ type: 'received-by-competent', key: 'filing', at: filedAt, actor: service, ...holder });
  const had = before.type === 'transferred' ? before.to.name : before.holder?.name;
  if (name === undefined || name === had) return;
  const common = { key: `${name} after ${before.id}`, at: changedAt, actor: service };
  if (had === undefined) reading.tell({ type: 'received-by-competent', ...common, ...holder });
  else reading.tell({ type: 'transferred', ...common, to: { name }, reason: 'internal' });
}

function tellDelay({ reading, request, told, filedAt, changedAt }: News): void {
  const { expected_datetime } = request;
  if (reading.instant(expected_datetime, 'expected_datetime') === undefined) return;
  const date = readDay(expected_datetime, reading.zone);
  const before = lastOf(told, 'delay-announced', 'delay-revised');
  if (date === undefined || (before?.delay.form === 'personalised' && before.delay.date === date)) return;
  const delay = { form: 'personalised', date } as const;
  const common = { key: `${date} after ${before?.id ?? ''}`, actor: service, delay };
  if (before) reading.tell({ type: 'delay-revised', at: changedAt, ...common });
  else reading.tell({ type: 'delay-announced', at: filedAt, ...common });
}

type Status = {
  readonly raw: string;
  readonly meaning: StatusMeaning;
  readonly before: DemandEvent | UnknownEvent | undefined;
  readonly isReopened: boolean;
  /** `open` is told by the reception; another status by an earlier reading. */
  readonly isTold: boolean;
};

function statusOf({ reading, request: { status: raw, extended_attributes }, told }: News): Status | undefined {
  const name = raw ? statusName(raw) : '';
  const isDuplicate = extended_attributes?.duplicate === true && isEnded(meaningOf(name));
  const meaning = meaningOf(isDuplicate ? 'duplicate' : name);
  if (!meaning || !raw) {
    reading.warn(raw ? 'unknown-status' : 'missing-field', 'status', raw);
    return undefined;
  }
  const before = told.findLast(({ source }) => source?.rawStatus !== undefined);
  const nameBefore = statusName(before?.source?.rawStatus ?? '');
  const isReopened = isEnded(meaningOf(nameBefore)) && !isEnded(meaning);
  return { raw, meaning, before, isReopened, isTold: meaning.kind === 'received' || nameBefore === name };
}

function tellStatus({ reading, request, told, changedAt: at }: News, status: Status, options: RequestOptions): void {
  const { raw, meaning, before, isReopened, isTold } = status;
  const text = plainText(request.status_notes);
  const common = { key: `${statusName(raw)} after ${before?.id ?? ''}`, at, actor: service, rawStatus: raw };
  const stage = meaning.kind === 'review' ? 'in-review' : 'received';
  if (isReopened) reading.tell({ type: 'reopened', ...common, stage });
  if (!isTold) tellMeaning(reading, meaning, { ...common, text }, request);
  else if (text !== undefined && !told.some((event) => event.text === text))
    tellNotes(reading, { key: `notes ${text}`, at, actor: service, text }, meaning, options);
}

type Common = { key: string; at: string | undefined; actor: typeof service; text: string | undefined };

function tellMeaning(
  reading: Reading,
  meaning: StatusMeaning,
  common: Common & { rawStatus: string },
  { agency_responsible }: ServiceRequest,
): void {
  switch (meaning.kind) {
    case 'received':
      return;
    case 'review': {
      const step = { id: statusName(common.rawStatus), label: meaning.label };
      return reading.tell({ type: 'step-entered', ...common, step });
    }
    case 'referred': {
      const to = { name: shortText(agency_responsible) ?? 'Un autre service' };
      return reading.tell({ type: 'transferred', ...common, to, reason: 'internal' });
    }
    case 'merged':
      return reading.tell({ type: 'merged', ...common });
    case 'closed':
      if (meaning.outcome === undefined) return reading.tell({ type: 'closed', ...common });
      reading.tell({ type: 'decision-made', ...common, outcome: meaning.outcome });
      return reading.tell({ type: 'closed', ...common, text: undefined });
  }
}

/** Notes that say that somebody works on it put an open request under review; others are a message. */
function tellNotes(
  reading: Reading,
  common: Common & { text: string },
  { kind }: StatusMeaning,
  options: RequestOptions,
) {
  const words = common.text.toLowerCase();
  const isReview = (options.reviewNotes ?? reviewNotes).some((start) => words.startsWith(start.toLowerCase()));
  if (kind === 'received' && isReview)
    reading.tell({
      type: 'step-entered',
      ...common,
      step: { id: 'notes', label: 'Signalement en cours de traitement' },
    });
  else reading.tell({ type: 'message-posted', ...common });
}
