/**
 * What a person sees of the events of a demand: nothing that is for the service only, no word of the systems behind, and no
 * decision before it is notified where that is done by reading it (accusé de lecture).
 */
import type { DemandEvent } from '@spplus/contract/demand-event';

export interface VisibleEvents {
  events: DemandEvent[];
  /** Is there a decision that waits to be read? */
  awaitsReading: boolean;
}

/** `onReading`: is every decision of this procedure hidden until it is read, from the moment it is made? */
export function visibleEvents(all: readonly DemandEvent[], onReading: boolean): VisibleEvents {
  const events = all.filter(({ visibility }) => visibility === 'user').map(withoutSource);
  const hidden = new Set<DemandEvent>();
  let awaitsReading = false;
  // Each service decides its own part.
  for (const part of Map.groupBy(events, ({ caseId }) => caseId).values()) {
    const unread = hideUntold(part, onReading, hidden);
    awaitsReading ||= unread;
  }
  return { events: events.flatMap((event) => (hidden.has(event) ? whileHidden(event) : [event])), awaitsReading };
}

function withoutSource({ source: _, ...event }: DemandEvent): DemandEvent {
  return event;
}

const isOnReading = (event: DemandEvent): boolean =>
  event.type === 'decision-notified' && 'notice' in event && event.notice === 'on-reading';

/**
 * What comes after a decision tells it: all of it is hidden from the decision on, until the decision is read. One that was never
 * read before the demand was opened again stays so. Does the last one wait to be read?
 */
function hideUntold(events: readonly DemandEvent[], onReading: boolean, hidden: Set<DemandEvent>): boolean {
  let untold: DemandEvent[] = [];
  let isHidden = onReading;
  let isNotified = false;
  const start = () => {
    if (isHidden) for (const event of untold) hidden.add(event);
    [untold, isHidden, isNotified] = [[], onReading, false];
  };
  for (const event of events) {
    // Nothing is told before it is notified, whoever says that it was read.
    const isRead = event.type === 'decision-read' && isNotified;
    if (isRead) untold = [];
    if (isRead || event.type === 'reopened') {
      start();
      continue;
    }
    isHidden ||= isOnReading(event);
    isNotified ||= event.type === 'decision-notified';
    if (untold.length > 0 || event.type === 'decision-made' || isOnReading(event)) untold.push(event);
  }
  const awaitsReading = isHidden && isNotified && untold.length > 0;
  start();
  return awaitsReading;
}

/** That a decision was notified is told, and what the person does; the rest once it is read. */
function whileHidden(event: DemandEvent): DemandEvent[] {
  if (event.type === 'decision-notified') {
    const { text: _, links: __, ...told } = event;
    return [told];
  }
  const asksToRead = event.type === 'action-required' && 'action' in event && event.action.kind === 'read-decision';
  return asksToRead || event.actor.kind === 'user' ? [event] : [];
}
