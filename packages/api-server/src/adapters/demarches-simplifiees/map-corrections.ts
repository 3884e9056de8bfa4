/**
 * Corrections of a dossier: asked for in a message, and filed by the user, invited or not, which is dated as proof of good
 * faith. Démarches simplifiées resolves a request and files the correction at once, under two instants close to each other.
 */
import type { Reading } from '../reading.ts';
import { plainText } from '../plain-text.ts';
import type { Dossier, Message } from './dossier.ts';

/** Milliseconds between a request that is resolved and the filing that resolves it. */
const together = 120_000;

type Request = { readonly id: string; readonly isIncomplete: boolean; readonly resolvedAt: string | undefined };

/** @param filings Instants at which the user filed a correction, by key. */
export function tellCorrections(
  reading: Reading,
  dossier: Dossier,
  filings: ReadonlyMap<string, string>,
  dossierUrl: string | undefined,
): void {
  const url = dossierUrl === undefined ? {} : { url: dossierUrl };
  const requests = dossier.messages.flatMap((message, index) =>
    message?.correction ? [tellRequest(reading, message, message.correction, `messages[${index}]`, url)] : [],
  );
  if (dossier.dateDerniereCorrectionEnAttente && !requests.some(({ resolvedAt }) => resolvedAt === undefined))
    tellPending(reading, dossier, url);

  const free = new Set(requests);
  for (const [key, at] of filings) {
    const answered = [...free].find(({ resolvedAt }) => resolvedAt !== undefined && areTogether(resolvedAt, at));
    if (answered) free.delete(answered);
    const type = answered?.isIncomplete ? 'documents-supplied' : 'correction-made';
    const actionId = answered ? { actionId: answered.id } : {};
    const rawStatus = 'depose_correction_usager';
    reading.tell({ type, key, at, actor: { kind: 'user' }, rawStatus, ...actionId });
  }
  // Resolved without a filing: the service took the dossier as it was.
  for (const { id, resolvedAt } of free)
    if (resolvedAt !== undefined)
      reading.tell({ type: 'action-cancelled', key: id, at: resolvedAt, actor: { kind: 'service' }, actionId: id });
}

const areTogether = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) <= together;

function tellRequest(
  reading: Reading,
  { id, body, createdAt, discardedAt }: Message,
  correction: NonNullable<Message['correction']>,
  field: string,
  url: { url?: string },
): Request {
  const { reason } = correction;
  if (reason && !['incorrect', 'incomplete', 'outdated'].includes(reason))
    reading.warn('unknown-status', `${field}.correction.reason`, reason);
  const isIncomplete = reason === 'incomplete';
  const at = reading.instant(createdAt, `${field}.createdAt`, true);
  const text = discardedAt ? undefined : plainText(body);
  const common = {
    key: id,
    at,
    actor: { kind: 'service' },
    rawStatus: reason ?? undefined,
    text,
  } as const;
  const actionId = reading.identifier(id);
  const label = isIncomplete ? 'Compléter le dossier' : 'Corriger le dossier';
  const type = isIncomplete ? 'documents-requested' : 'correction-requested';
  reading.tell({ type, ...common, action: { id: actionId, label, ...url } });
  return {
    id: actionId,
    isIncomplete,
    resolvedAt: reading.instant(correction.dateResolution, `${field}.correction.dateResolution`),
  };
}

/** Of an answer without its messages, or without the one that asks. */
function tellPending(reading: Reading, dossier: Dossier, url: { url?: string }): void {
  const field = 'dateDerniereCorrectionEnAttente';
  const at = reading.instant(dossier.dateDerniereCorrectionEnAttente, field);
  if (at === undefined) return;
  const action = { id: `correction-${at}`, label: 'Corriger le dossier', ...url };
  reading.tell({ type: 'correction-requested', key: at, at, actor: { kind: 'service' }, action });
}
