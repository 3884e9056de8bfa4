/**
 * From a dossier of Démarches simplifiées to events. Its `traitements` are the log of its states, its messages hold the requests
 * for corrections. What its API gives only for now (the day of an automatic decision, the expiry) is told when it is new.
 */
import type { MapOptions } from '../reading.ts';
import { Reading } from '../reading.ts';
import type { SourceReading } from '../demand-source.ts';
import { plainText } from '../plain-text.ts';
import { readDay } from '../source-instant.ts';
import type { Dossier } from './dossier.ts';
import { tellCorrections } from './map-corrections.ts';
import { tellDecision, type Decision } from './map-decision.ts';

export const system = 'demarches-simplifiees';

export type DossierOptions = MapOptions & {
  /** When the procedure sends the receipt of the law (ARE): once filed, which is the rule, or once it is under review. */
  readonly receiptAt?: 'filing' | 'instruction';
  /**
   * `on-reading`: the procedure hides its decisions until the user asks to see them (« accusé de lecture »), and so do these
   * events. `platform`: the decision is notified on the platform, with the routes of appeal. Nothing is told without it.
   */
  readonly notification?: 'platform' | 'on-reading';
  /** Page of the dossier for its user; it asks to sign in. */
  readonly dossierUrl?: string;
};

const decisions = new Map<string | null | undefined, Decision['outcome']>(
  Object.entries({
    accepte: 'granted',
    accepte_automatiquement: 'granted',
    refuse: 'refused',
    refuse_automatiquement: 'refused',
    classe_sans_suite: 'closed-without-action',
    sans_suite: 'closed-without-action',
  } as const),
);

/** Never throws. A status that is not known keeps the stage, and is reported. */
export function mapDossier(dossier: Dossier, options: DossierOptions = {}): SourceReading {
  const reading = new Reading(system, dossier.number, options, [
    dossier.dateDerniereModification,
    dossier.dateTraitement,
  ]);
  const filedAt =
    reading.instant(dossier.dateDepot, 'dateDepot', true) ??
    reading.instant(dossier.datePassageEnConstruction, 'datePassageEnConstruction') ??
    reading.instant(dossier.traitements.find((one) => one?.event === 'depose')?.dateTraitement, 'traitements.depose');
  tellFiling(reading, filedAt, options);
  const closures = tellStates(reading, dossier, options);
  tellCorrections(reading, dossier, closures, options.dossierUrl);
  tellMessages(reading, dossier);
  tellOpinions(reading, dossier);
  tellPlans(reading, dossier, filedAt);
  return reading.done();
}

function tellFiling(reading: Reading, at: string | undefined, { receiptAt }: DossierOptions): void {
  const key = 'filing';
  reading.tell({ type: 'submitted', key, at, actor: { kind: 'user' }, channel: 'electronic' });
  const type = receiptAt === 'instruction' ? 'registered' : 'acknowledged';
  reading.tell({ type, key, at, actor: { kind: 'system' }, rawStatus: 'en_construction' });
}

/** Returns the instants at which the user filed a correction, by the keys of their `traitements`. */
function tellStates(reading: Reading, dossier: Dossier, options: DossierOptions): Map<string, string> {
  const filings = new Map<string, string>();
  let decision: Decision | undefined;
  const entries = [...dossier.traitements, ...presentState(reading, dossier)];
  for (const [index, entry] of entries.entries()) {
    const field = `traitements[${index}]`;
    if (!entry) {
      reading.warn('unreadable-entry', field);
      continue;
    }
    const { event: rawStatus, id, motivation } = entry;
    const at = reading.instant(entry.dateTraitement, `${field}.dateTraitement`, true);
    // Rank stands for an identifier: the log only grows.
    const key = id ?? `${index}`;
    const service = { kind: rawStatus?.endsWith('_automatiquement') ? 'system' : 'service' } as const;
    const outcome = decisions.get(rawStatus);
    if (outcome) {
      decision = {
        key,
        at,
        outcome,
        rawStatus: rawStatus ?? undefined,
        motivation: motivation ?? undefined,
        actor: service,
      };
      continue;
    }
    switch (rawStatus) {
      case 'depose':
        break;
      case 'depose_correction_usager':
        if (at !== undefined) filings.set(key, at);
        break;
      case 'depose_correction_instructeur':
        reading.tell({ type: 'message-posted', key, at, actor: service, rawStatus, text: correctedByService });
        break;
      case 'passe_en_instruction':
      case 'passe_en_instruction_automatiquement':
        if (options.receiptAt === 'instruction')
          reading.tell({ type: 'acknowledged', key: 'instruction', at, actor: service, rawStatus });
        reading.tell({ type: 'step-entered', key, at, actor: service, rawStatus, step: review });
        break;
      case 'repasse_en_construction':
      case 'repasse_en_instruction': {
        if (decision) tellDecision(reading, dossier, decision, { ...options, isPast: true });
        decision = undefined;
        const stage = rawStatus === 'repasse_en_construction' ? 'received' : 'in-review';
        reading.tell({ type: 'reopened', key, at, actor: service, rawStatus, stage });
        if (stage === 'in-review')
          reading.tell({ type: 'step-entered', key, at, actor: service, rawStatus, step: review });
        break;
      }
      default:
        reading.warn(rawStatus ? 'unknown-status' : 'missing-field', `${field}.event`, rawStatus);
    }
  }
  if (decision) tellDecision(reading, dossier, decision, options);
  return filings;
}

const review = { id: 'en_instruction', label: 'Instruction du dossier' };
const correctedByService = 'Le service a corrigé des informations de votre dossier.';

/** What the state and its dates say of what the log does not tell, as entries of the log. */
function presentState(reading: Reading, dossier: Dossier): Dossier['traitements'] {
  const { state, datePassageEnInstruction, dateTraitement, dateTraitementSVASVR, motivation } = dossier;
  const events = new Set(dossier.traitements.map((one) => one?.event));
  const entered = { id: 'en_instruction', event: 'passe_en_instruction', motivation: undefined };
  const review =
    events.size || !datePassageEnInstruction ? [] : [{ ...entered, dateTraitement: datePassageEnInstruction }];
  if (!state) reading.warn('missing-field', 'state');
  else if (!decisions.has(state) && !['en_construction', 'en_instruction'].includes(state))
    reading.warn('unknown-status', 'state', state);
  const event = dateTraitementSVASVR && state !== 'sans_suite' ? `${state ?? ''}_automatiquement` : state;
  const isTold = dossier.traitements.some((one) => decisions.has(one?.event));
  if (!decisions.has(state) || isTold) return review;
  return [...review, { id: state, event, dateTraitement, motivation }];
}

function tellMessages(reading: Reading, { messages, usager }: Dossier): void {
  const own = usager?.email?.toLowerCase();
  for (const [index, message] of messages.entries()) {
    const field = `messages[${index}]`;
    if (!message) {
      reading.warn('unreadable-entry', field);
      continue;
    }
    // Those that ask for a correction are told with it; those withdrawn by their author are not told.
    if (message.correction || message.discardedAt) continue;
    const at = reading.instant(message.createdAt, `${field}.createdAt`, true);
    const kind = own !== undefined && message.email?.toLowerCase() === own ? 'user' : 'service';
    const text = plainText(message.body);
    reading.tell({ type: 'message-posted', key: message.id, at, actor: { kind }, text });
  }
}

/** That an opinion is asked for is the business of the service, and its contents are not even asked for. */
function tellOpinions(reading: Reading, { avis }: Dossier): void {
  for (const [index, one] of avis.entries()) {
    const field = `avis[${index}]`;
    if (!one) {
      reading.warn('unreadable-entry', field);
      continue;
    }
    const common = { key: one.id, actor: { kind: 'service' }, visibility: 'service-only' } as const;
    const askedAt = reading.instant(one.dateQuestion, `${field}.dateQuestion`, true);
    reading.tell({ type: 'opinion-requested', at: askedAt, ...common });
    const answeredAt = reading.instant(one.dateReponse, `${field}.dateReponse`);
    const requestId = reading.id('opinion-requested', one.id);
    if (answeredAt !== undefined) reading.tell({ type: 'opinion-received', at: answeredAt, ...common, requestId });
  }
}

/** Days that may change: each is told once, and again after the dossier was taken up anew, which made us forget it. */
function tellPlans(reading: Reading, dossier: Dossier, filedAt: string | undefined): void {
  const system = { actor: { kind: 'system' } } as const;
  const at = reading.instant(dossier.dateDerniereModification, 'dateDerniereModification') ?? filedAt;
  const takenUp = dossier.traitements.filter((one) => one?.event?.startsWith('repasse_')).length;
  const scheduled = readDay(dossier.datePrevisionnelleDecisionSVASVR, reading.zone);
  if (scheduled !== undefined && !dossier.dateTraitementSVASVR)
    reading.tell({ type: 'system-decision-scheduled', key: `${takenUp} ${scheduled}`, at, ...system, day: scheduled });
  const deleteOn = readDay(dossier.dateExpiration, reading.zone);
  if (deleteOn !== undefined) reading.tell({ type: 'retention-announced', key: deleteOn, at, ...system, deleteOn });
  const isDecided = decisions.has(dossier.state);
  const leftAt = reading.instant(dossier.dateSuppressionParUsager, 'dateSuppressionParUsager');
  // Once decided, the user only puts it out of sight.
  if (leftAt !== undefined && !isDecided)
    reading.tell({ type: 'withdrawn', key: 'user', at: leftAt, actor: { kind: 'user' } });
  const deletedAt = reading.instant(dossier.dateSuppressionParAdministration, 'dateSuppressionParAdministration');
  if (deletedAt !== undefined)
    reading.tell({ type: 'deleted', key: 'service', at: deletedAt, actor: { kind: 'service' } });
}
