/** Events of demands for tests. */
import { foldDemand, type Demand, type DemandClock } from '../src/demand.ts';
import type { DemandEvent, EventOf, EventType, UnknownEvent } from '../src/demand-event.ts';

type Details<Type extends EventType> = Omit<EventOf<Type>, 'id' | 'at' | 'actor' | 'visibility' | 'type'> & {
  id?: string;
};

let made = 0;

/** An event at ten in the morning in Paris in winter. */
export const event = <Type extends EventType>(day: string, type: Type, details: Details<Type>): DemandEvent =>
  ({
    id: `event-${(made += 1)}`,
    at: `${day}T09:00:00Z`,
    actor: { kind: 'service' },
    visibility: 'user',
    type,
    ...details,
    // The details of a type are those of its event, which a generic does not tell the compiler.
  }) as unknown as DemandEvent;

export const sent = (day: string) => event(day, 'submitted', { channel: 'electronic' });
export const asksPiece = (day: string, more: { id?: string; dueOn?: string; blocking?: boolean } = {}) =>
  event(day, 'documents-requested', { action: { id: 'proof', label: 'Justificatif de domicile', ...more } });

export const clock = (day: string, more: Partial<DemandClock> = {}): DemandClock => ({
  zone: 'Europe/Paris',
  territory: 'metropole',
  now: Date.parse(`${day}T11:00:00Z`),
  ...more,
});

/** The demand on a day. */
export const on = (day: string, ...events: readonly (DemandEvent | UnknownEvent)[]): Demand =>
  foldDemand(events, clock(day));

/** `in-review · waiting on user · on-track`, with the outcome where there is one. */
export const axes = ({ stage, outcome, waitingOn, health }: Demand): string =>
  [stage, outcome, `waiting on ${waitingOn}`, health].filter(Boolean).join(' · ');
