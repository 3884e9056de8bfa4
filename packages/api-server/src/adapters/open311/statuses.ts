/**
 * What statuses of service requests mean. The standard has `open` and `closed`; others are FixMyStreet’s
 * (github.com/mysociety/fixmystreet/wiki/Open311-FMS-Additional-states).
 */
import type { Outcome } from '@spplus/domain/demand-event';

export type StatusMeaning =
  | { readonly kind: 'received' }
  | { readonly kind: 'review'; readonly label: string }
  | { readonly kind: 'referred' }
  | { readonly kind: 'merged' }
  | { readonly kind: 'closed'; readonly outcome?: Outcome };

const review = (label: string): StatusMeaning => ({ kind: 'review', label });
const closed = (outcome: Outcome): StatusMeaning => ({ kind: 'closed', outcome });

const meanings = new Map<string, StatusMeaning>(
  Object.entries({
    open: { kind: 'received' },
    for_triage: { kind: 'received' },
    investigating: review('Signalement à l’étude'),
    in_progress: review('Intervention en cours'),
    planned: review('Intervention prévue'),
    action_scheduled: review('Intervention programmée'),
    internal_referral: { kind: 'referred' },
    duplicate: { kind: 'merged' },
    closed: { kind: 'closed' },
    fixed: closed('done'),
    no_further_action: closed('closed-without-action'),
    not_councils_responsibility: closed('not-competent'),
  } satisfies Record<string, StatusMeaning>),
);

/** `In Progress` and `in-progress` are one status. */
export const statusName = (raw: string): string =>
  raw
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

export const meaningOf = (name: string): StatusMeaning | undefined => meanings.get(name);

export const isEnded = (meaning: StatusMeaning | undefined): boolean =>
  meaning?.kind === 'closed' || meaning?.kind === 'merged';

/** Beginnings of the notes with which servers that only know `open` say that somebody works on it. */
export const reviewNotes: readonly string[] = [
  'in progress',
  'in process',
  'investigating',
  'under investigation',
  'under review',
  'scheduled',
  'planned',
  'assigned',
  'en cours',
  'pris en charge',
  'prise en charge',
  'programmé',
  'planifié',
];
