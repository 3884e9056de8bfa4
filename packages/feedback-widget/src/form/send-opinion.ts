/** Brings the server to hold an opinion. Loaded with the API client, when there is something to send. */
import { ApiError } from '@spplus/api-client/api-error';
import { connect, type Connection } from '@spplus/api-client/connection';
import { correctFeedback, followFeedback, getChallenge, getService, sendFeedback } from '@spplus/api-client/feedback';
import { newKey } from '@spplus/api-client/idempotency-key';
import type { FeedbackReceipt, Guard } from '@spplus/contract/feedback';
import type { Opinion } from '@spplus/contract/opinion';
import type { Service } from '@spplus/contract/service';
import type { HeldReceipt } from '../feedback-part.ts';
import { corrected, created, nextCall, overtaken, type Outbox } from './outbox.ts';

export interface Sender {
  service(): Promise<Service>;
  /** Sends until the server holds `opinion`; `keep` is called with the outbox before and after each call. */
  send(outbox: Outbox, opinion: Opinion, guard: Guard, keep: (outbox: Outbox) => void): Promise<Outbox>;
}

export function createSender(api: string, service: string, signal: AbortSignal): Sender {
  const connection: Connection = connect({ api });

  /** A proof is asked for only where the service wants one; others pay neither the request nor the code. */
  async function withProof(guard: Guard): Promise<Guard> {
    const [challenge, { solveChallenge }] = await Promise.all([
      getChallenge(connection, service, { signal }),
      import('@spplus/api-client/proof-of-work'),
    ]);
    return { ...guard, proof: await solveChallenge(challenge, { signal }) };
  }

  async function create({ key, opinion, guard }: { key: string; opinion: Opinion; guard: Guard }): Promise<FeedbackReceipt> {
    const submit = (proven: Guard) => sendFeedback(connection, service, { opinion, guard: proven }, { key, signal });
    try {
      return await submit(guard);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'proof-required') throw error;
      return submit(await withProof(guard));
    }
  }

  return {
    service: () => getService(connection, service, { signal }),
    async send(outbox, opinion, guard, keep) {
      for (let kept = outbox; ; ) {
        const next = nextCall(kept, opinion, guard, newKey);
        const { call } = next;
        kept = next.outbox;
        keep(kept);
        if (call.type === 'none') return kept;
        if (call.type === 'create') kept = created(kept, await create(call));
        else kept = await correct(kept, call);
        keep(kept);
      }
    },
  };

  async function correct(outbox: Outbox, { key, opinion, version }: { key: string; opinion: Opinion; version: number }): Promise<Outbox> {
    const receipt = outbox.receipt as HeldReceipt;
    try {
      const followUp = await correctFeedback(connection, service, receipt, { opinion, version }, { key, signal });
      return corrected(refreshed(outbox, followUp), opinion, followUp.version);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'stale-version') throw error;
      const { version: present } = await followFeedback(connection, service, receipt, { signal });
      return overtaken(outbox, present);
    }
  }
}

/** Dates change with what was added: an e-mail, words to answer. */
function refreshed(outbox: Outbox, { answerBy, emailErasedAt, erasedAt }: Pick<FeedbackReceipt, 'answerBy' | 'emailErasedAt' | 'erasedAt'>): Outbox {
  if (!outbox.receipt) return outbox;
  const { reference, secret, version, receivedAt } = outbox.receipt;
  return {
    ...outbox,
    receipt: {
      reference,
      secret,
      version,
      receivedAt,
      ...(answerBy && { answerBy }),
      ...(emailErasedAt && { emailErasedAt }),
      erasedAt,
    },
  };
}
