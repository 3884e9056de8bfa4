/**
 * From a HubEE folder to events. A folder holds a case for each service that gets it; with several, each is a sub-case of the
 * demand, and the folder’s own status, which HubEE does not derive from theirs, is that of the whole.
 */
import type { EventOf } from '@spplus/domain/demand-event';
import type { SourceReading } from '../demand-source.ts';
import { plainText, shortText } from '../plain-text.ts';
import { Reading, type MapOptions } from '../reading.ts';
import { laterOf, readInstant } from '../source-instant.ts';
import { CaseStory, system, type CaseStart } from './case-story.ts';
import type { Case, Event, Folder } from './case.ts';

export type HubeeOptions = MapOptions & {
  /**
   * Are the messages and documents that services send through the hub written for the user? The hub carries them to the
   * online service, so that only the operator knows; unless true, the user does not see them.
   */
  readonly showsMessages?: boolean | undefined;
  /** Page of the online service where the user completes a folder: the hub takes no answer from elsewhere. */
  readonly userUrl?: string | undefined;
};

/** Never throws. A status that is not known keeps the stage, and is reported. */
export function mapFolder(folder: Folder, options: HubeeOptions = {}): SourceReading {
  // One identifier is one case, the first that has it.
  const cases = folder.cases.filter(
    (one, index, all) => one !== undefined && all.findIndex((other) => other?.id === one.id) === index,
  ) as readonly Case[];
  const reading = new Reading(system, folder.id, options, [
    folder.updateDateTime,
    ...cases.map((one) => one.updateDateTime),
  ]);
  folder.cases.forEach((one, index) => one ?? reading.warn('unreadable-entry', `cases[${index}]`));
  // Counted with those that cannot be read: a case stays the part that it was.
  const isShared = folder.cases.length > 1;
  const at = reading.instant(folder.createDateTime, 'createDateTime', true);
  tellFiling(reading, 'folder', at);
  if (isShared || cases.length === 0) {
    const { globalStatus: status, ...dates } = folder;
    tellPresent(reading, new CaseStory(reading, lastTold(reading), undefined), { ...dates, status }, 'globalStatus');
  }
  for (const [index, one] of cases.entries())
    tellCase(reading, one, `cases[${index}]`, { ...options, ...(isShared && { caseId: reading.identifier(one.id) }) });
  return reading.done();
}

/** One case alone: all that the software of a recipient may read. */
export function mapCase(one: Case, options: HubeeOptions = {}): SourceReading {
  const reading = new Reading(system, one.id, options, [one.updateDateTime, one.transmissionDateTime]);
  tellFiling(reading, 'case', reading.instant(one.createDateTime, 'createDateTime', true));
  tellCase(reading, one, 'case', options);
  return reading.done();
}

function tellFiling(reading: Reading, key: string, at: string | undefined): void {
  reading.tell({ type: 'submitted', key, at, actor: { kind: 'user' }, channel: 'electronic' });
  reading.tell({ type: 'registered', key, at, actor: { kind: 'system', label: 'HubEE' } });
}

type CaseOptions = HubeeOptions & { readonly caseId?: string };

function tellCase(reading: Reading, one: Case, field: string, options: CaseOptions): void {
  const { caseId } = options;
  if (caseId !== undefined) {
    const sentAt = one.transmissionDateTime ?? one.createDateTime;
    const at = reading.instant(sentAt, `${field}.transmissionDateTime`);
    reading.tell({ type: 'registered', key: one.id, at, actor: { kind: 'system', label: 'HubEE' }, caseId });
  }
  const events = inTimeOrder(reading, one.events, `${field}.events`);
  const pieces = { label: 'Compléter le dossier', ...(options.userUrl !== undefined && { url: options.userUrl }) };
  const hasHistory = events.some(({ caseNewStatus }) => caseNewStatus);
  const story = new CaseStory(reading, hasHistory ? { caseId } : lastTold(reading, caseId), pieces);
  for (const event of events) tellEvent(reading, event, story, options);
  tellPresent(reading, story, one, `${field}.status`, caseId);
}

type Dated = Event & { readonly at: string | undefined; readonly field: string };

/** Of those without a date, the hub’s order is kept. */
function inTimeOrder(reading: Reading, events: Case['events'], field: string): Dated[] {
  let last = '';
  return events
    .flatMap((event, index) => {
      const path = `${field}[${index}]`;
      if (!event) return reading.warn('unreadable-entry', path) ?? [];
      const at = reading.instant(event.createDateTime, `${path}.createDateTime`, true);
      last = at ?? last;
      return [{ order: last, event: { ...event, at, field: path } }];
    })
    .sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
    .map(({ event }) => event);
}

const withoutNews: ReadonlySet<string> = new Set(['STATUS_UPDATE', 'ATTACH_DL', 'ATTACH_DL_ALL']);

function tellEvent(reading: Reading, event: Dated, story: CaseStory, { showsMessages, caseId }: CaseOptions): void {
  const { id: key, at, field, actionType, caseNewStatus, caseCurrentStatus, transmitter } = event;
  const isOfUser = transmitter?.type?.toUpperCase() === 'OSL';
  const said = plainText(event.message);
  const text = showsMessages && said !== undefined ? { text: said } : {};
  const actor = { kind: isOfUser ? 'user' : 'service' } as const;
  const visibility = showsMessages || isOfUser ? 'user' : 'service-only';
  const common = { key, at, actor, ...(caseId !== undefined && { caseId }) };
  if (actionType === 'ATTACH_DEPOSIT' && isOfUser) story.supplies({ key, at, actor, ...text });
  else if (actionType === 'ATTACH_DEPOSIT')
    for (const file of event.attachments) {
      if (!file) continue;
      const label = shortText(file.fileName ?? file.type) ?? 'Document';
      const document = { id: reading.identifier(file.id), kind: 'other', label } as const;
      reading.tell({ type: 'document-issued', ...common, key: `${key} ${file.id}`, visibility, document });
    }
  else if ((actionType === 'COM_ADD' || actionType === 'SENDING_MESSAGE') && said !== undefined && !caseNewStatus)
    reading.tell({ type: 'message-posted', ...common, visibility, text: said });
  else if (
    !actionType ||
    !(withoutNews.has(actionType) || actionType === 'COM_ADD' || actionType === 'SENDING_MESSAGE')
  )
    reading.warn(actionType ? 'unknown-event' : 'missing-field', `${field}.actionType`, actionType);
  if (!caseNewStatus) return;
  const statusField = `${field}.caseNewStatus`;
  const before = story.status ?? caseCurrentStatus ?? undefined;
  if (caseNewStatus !== story.status) story.moves(caseNewStatus, { key, at, actor, ...text }, statusField, before);
}

type Present = Pick<Case, 'status' | 'updateDateTime' | 'closeDateTime' | 'createDateTime'>;

/** The present status, where nothing told it yet. It comes after all that was told, whatever its date. */
function tellPresent(reading: Reading, story: CaseStory, present: Present, field: string, caseId?: string): void {
  const { status, updateDateTime, closeDateTime, createDateTime } = present;
  if (!status) return reading.warn('missing-field', field);
  const before = lastTold(reading, caseId);
  if (status === before.status) return;
  const dates = status === 'CLOSED' ? [closeDateTime, updateDateTime] : [updateDateTime];
  const date = [...dates, createDateTime].find((one) => readInstant(one, reading.zone) !== undefined);
  const key = `${field} ${status} after ${before.id ?? ''}`;
  const at = laterOf(reading.instant(date, field), before.at);
  story.moves(status, { key, at, actor: { kind: 'service' } }, field, before.status);
}

type LastTold = CaseStart & { readonly id?: string | undefined; readonly at?: string | undefined };

/** What was told last of the status of a case, in this reading or an earlier one. */
function lastTold(reading: Reading, caseId?: string): LastTold {
  const its = reading.soFar().filter((event) => event.caseId === caseId);
  const last = its.findLast(({ source }) => source?.rawStatus !== undefined);
  const status = last?.source?.rawStatus;
  const asked = its.findLast((event): event is EventOf<'documents-requested'> => event.type === 'documents-requested');
  const request = status === 'ADD_AWAITING' ? asked?.action.id : undefined;
  return { caseId, id: last?.id, at: last?.at, status, request };
}
