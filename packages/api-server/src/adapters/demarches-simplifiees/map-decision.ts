/** The decision on a dossier, which some procedures hide until the user asks to see it. */
import type { EventOf } from '@spplus/domain/demand-event';
import type { Reading } from '../reading.ts';
import { plainText } from '../plain-text.ts';
import type { Dossier } from './dossier.ts';
import type { DossierOptions } from './map-dossier.ts';

export type Decision = {
  readonly key: string;
  readonly at: string | undefined;
  readonly outcome: 'granted' | 'refused' | 'closed-without-action';
  readonly rawStatus: string | undefined;
  readonly motivation: string | undefined;
  readonly actor: EventOf<'decision-made'>['actor'];
};

/** @param isPast It was taken back since: what the dossier says of its present decision is not about it. */
export function tellDecision(
  reading: Reading,
  dossier: Dossier,
  decision: Decision,
  { notification, dossierUrl, isPast = false }: DossierOptions & { isPast?: boolean },
): void {
  const { key, at, actor } = decision;
  const readAt = reading.instant(dossier.dateAccuseLectureAgreement, 'dateAccuseLectureAgreement');
  if (notification === 'on-reading') {
    // A decision taken back before it was read is not told: nobody knows whether it was.
    if (isPast) return;
    reading.tell({ type: 'decision-notified', key, at, actor, notice: 'on-reading' });
    const action = {
      id: reading.id('read-decision', key),
      label: 'Prendre connaissance de la décision',
      kind: 'read-decision',
    } as const;
    const url = dossierUrl === undefined ? {} : { url: dossierUrl };
    reading.tell({ type: 'action-required', key, at, actor, action: { ...action, ...url } });
    if (readAt === undefined) return;
  }
  tellOutcome(reading, dossier, decision, isPast);
  if (notification === 'platform') reading.tell({ type: 'decision-notified', key, at, actor, routesStated: true });
  if (notification === 'on-reading') reading.tell({ type: 'decision-read', key, at: readAt, actor: { kind: 'user' } });
  if (dossier.attestation && !isPast) {
    const url = dossierUrl === undefined ? {} : { url: dossierUrl };
    const document = { id: reading.id('attestation', key), kind: 'decision', label: 'Attestation', ...url } as const;
    reading.tell({ type: 'document-issued', key, at, actor, document });
  }
}

/** Implicit where the system drew the consequence of silence (« SVA/SVR »); other automatic ones are decisions by rule. */
function tellOutcome(reading: Reading, dossier: Dossier, decision: Decision, isPast: boolean): void {
  const { key, at, actor, outcome, rawStatus } = decision;
  const text = plainText(decision.motivation ?? (isPast ? undefined : dossier.motivation));
  const common = { key, at, actor, rawStatus, text };
  const isSilence = rawStatus?.endsWith('_automatiquement') && Boolean(dossier.dateTraitementSVASVR);
  if (isSilence && outcome !== 'closed-without-action')
    reading.tell({ type: 'implicit-decision', ...common, silence: outcome === 'granted' ? 'accept' : 'reject' });
  else reading.tell({ type: 'decision-made', ...common, outcome });
}
