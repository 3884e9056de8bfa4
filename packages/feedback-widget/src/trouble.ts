/** What went wrong with a call, as far as a person is concerned, and the sentence that says what to do. */
import type { ApiErrorKind } from '@spplus/api-client/api-error';
import { msg, str } from '@spplus/ui/localize';
import { timeText } from './dates.ts';

export interface Trouble {
  kind: Exclude<ApiErrorKind, 'aborted'>;
  /** When the server asked to come back, in milliseconds since 1970. */
  retryAt?: number;
}

/** What is read of an ApiError; its class stays in the chunk of the client. */
export interface CallFault {
  kind: ApiErrorKind;
  status?: number | undefined;
  retryAfter?: number | undefined;
}

const isCallFault = (fault: unknown): fault is CallFault =>
  typeof fault === 'object' && fault !== null && 'kind' in fault;

/** Unknown reference or wrong secret. */
export const isNotFound = (fault: unknown): boolean => isCallFault(fault) && fault.status === 404;

/**
 * `now` in milliseconds since 1970. A fault that is not the client's own is its chunk that did not load: no network, most
 * often. A call that was cancelled is no trouble.
 */
export function troubleOf(fault: unknown, now: number): Trouble | undefined {
  if (!isCallFault(fault)) return { kind: 'offline' };
  const { kind, retryAfter } = fault;
  if (kind === 'aborted') return undefined;
  return { kind, ...(retryAfter !== undefined && { retryAt: now + retryAfter }) };
}

/** Under this, a wait is told as a duration: a clock time would be the present minute. */
const shortWait = 60_000;

/** `now` in milliseconds since 1970. */
export function troubleSentence({ kind, retryAt }: Trouble, now: number, locale: string): string {
  switch (kind) {
    case 'offline':
      return msg('Nous n’arrivons pas à joindre le service. Vérifiez votre connexion à internet, puis réessayez.', {
        id: 'follow-trouble-offline',
      });
    case 'timeout':
      return msg('Le service met trop de temps à répondre. Réessayez dans un moment.', {
        id: 'follow-trouble-timeout',
      });
    case 'busy': {
      if (retryAt === undefined || retryAt - now <= shortWait) {
        return msg('Le service reçoit trop de demandes. Réessayez dans une minute.', { id: 'follow-trouble-busy' });
      }
      // Rounded up: at the minute told, the wait is over.
      const time = timeText(Math.ceil(retryAt / 60_000) * 60_000, locale);
      return msg(str`Le service reçoit trop de demandes. Réessayez à partir de ${time}.`, {
        id: 'follow-trouble-busy-until',
      });
    }
    case 'server':
      return msg('Le service a un problème technique. Réessayez dans quelques minutes.', {
        id: 'follow-trouble-server',
      });
    case 'invalid-answer':
      return msg('Nous n’arrivons pas à lire la réponse du service. Rechargez la page, puis réessayez.', {
        id: 'follow-trouble-invalid',
      });
    case 'refused':
      return msg('Le service n’a pas accepté cette demande. Actualisez votre avis, puis réessayez.', {
        id: 'follow-trouble-refused',
      });
  }
}
