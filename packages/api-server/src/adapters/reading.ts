/** Gathers the events that an answer of another system tells, and what could not be read of it. */
import { createHash } from 'node:crypto';
import type { DemandEvent, EventOf, EventType, UnknownEvent } from '@spplus/domain/demand-event';
import type { ReportWarning, SourceReading, SourceWarning } from './demand-source.ts';
import { shortText } from './plain-text.ts';
import { readInstant } from './source-instant.ts';

export type MapOptions = {
  /** IANA zone of the service: that of instants written without an offset, and of days. Europe/Paris by default. */
  readonly zone?: string | undefined;
  readonly log?: ReportWarning | undefined;
  /** Events that the server has: they are not told again. Without them, everything is. */
  readonly known?: readonly (DemandEvent | UnknownEvent)[] | undefined;
};

/** An event without what the reading knows itself. */
type Told = {
  [Type in EventType]: Omit<EventOf<Type>, 'id' | 'at' | 'source' | 'visibility' | 'text'> & {
    readonly visibility?: 'user' | 'service-only';
    readonly text?: string | undefined;
    readonly rawStatus?: string | undefined;
    /** What makes it the same event in the next reading, beside its type. */
    readonly key: string;
    readonly at: string | undefined;
  };
}[EventType];

type Present<T> = T extends unknown ? { [Key in keyof T]: Exclude<T[Key], undefined> } : never;

/** Leaves out what is not set: a text that is absent is no key of an event. */
const withoutAbsent = <T extends object>(value: T): Present<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<T>;

const inOrder = <Event extends { at: string }>(events: readonly Event[]): Event[] =>
  [...events].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));

export class Reading {
  readonly zone: string;
  /** Those of the system among the events that the server has. */
  readonly told: readonly (DemandEvent | UnknownEvent)[];
  readonly #system: string;
  readonly #scope: string;
  readonly #log: ReportWarning | undefined;
  readonly #events: DemandEvent[] = [];
  readonly #warnings: SourceWarning[] = [];

  readonly #changedAt: string | undefined;

  /**
   * @param scope What names the demand in its system.
   * @param changed When the demand changed last, as the system wrote it, best first.
   */
  constructor(
    system: string,
    scope: string,
    { zone = 'Europe/Paris', log, known = [] }: MapOptions,
    changed: readonly unknown[],
  ) {
    this.#system = system;
    this.#scope = scope;
    this.zone = zone;
    this.told = known.filter(({ source }) => source?.system === system);
    this.#log = log;
    this.#changedAt = changed.map((one) => readInstant(one, zone)).find((one) => one !== undefined);
  }

  warn(kind: SourceWarning['kind'], field: string, found?: unknown): void {
    const short = typeof found === 'string' || typeof found === 'number' ? shortText(String(found), 60) : undefined;
    const warning = { system: this.#system, kind, field, ...(short !== undefined && { found: short }) };
    this.#warnings.push(warning);
    this.#log?.(warning);
  }

  /** An instant of the answer; warns where something is written that cannot be read, or where nothing is but should be. */
  instant(value: unknown, field: string, isDue = false): string | undefined {
    const instant = readInstant(value, this.zone);
    if (instant !== undefined) return instant;
    if (value !== undefined && value !== null && value !== '') this.warn('unreadable-date', field, value);
    else if (isDue) this.warn('missing-field', field);
    return undefined;
  }

  /**
   * Adds an event. Without an instant, that of the event told before it, or of the last change: a status without a date is
   * still news.
   */
  tell({ key, at, rawStatus, visibility = 'user', ...event }: Told): void {
    const told = at ?? this.#events.at(-1)?.at ?? this.#changedAt;
    if (told === undefined) return this.warn('missing-field', `date of ${event.type}`);
    const source = { system: this.#system, rawStatus: shortText(rawStatus, 60) };
    const whole = { ...event, id: this.id(event.type, key), at: told, visibility, source: withoutAbsent(source) };
    this.#events.push(withoutAbsent(whole));
  }

  /**
   * Identifier of an event in the form of a UUID (version 8, RFC 9562): the same in every reading, whatever the system writes
   * as its own identifiers.
   */
  id(type: string, key: string): string {
    const digest = createHash('sha256')
      .update(JSON.stringify([this.#system, this.#scope, type, key]))
      .digest();
    digest.writeUInt8(((digest[6] ?? 0) & 0x0f) | 0x80, 6);
    digest.writeUInt8(((digest[8] ?? 0) & 0x3f) | 0x80, 8);
    return digest.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** What a system gives as an identifier, where pages may take it as one; else one made of it. */
  identifier(raw: string): string {
    return /^[!-~]{1,120}$/.test(raw) ? raw : this.id('identifier', raw);
  }

  /** Those that the server has, then the new ones, in time order; those of one instant as they came. */
  soFar(): readonly (DemandEvent | UnknownEvent)[] {
    return inOrder([...this.told, ...this.#news()]);
  }

  /** New events in time order; those of one instant as they were told. */
  done(): SourceReading {
    return { events: inOrder(this.#news()), warnings: this.#warnings };
  }

  /** A system may give two things one identifier: the first keeps it. */
  #news(): DemandEvent[] {
    const told = new Set(this.told.map(({ id }) => id));
    return this.#events.filter(({ id }) => !told.has(id) && told.add(id));
  }
}
