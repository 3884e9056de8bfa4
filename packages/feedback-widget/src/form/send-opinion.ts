/** Brings the server to hold an opinion. Loaded with the API client, when there is something to send. */
import { ApiError } from '@spplus/api-client/api-error';
import { connect } from '@spplus/api-client/connection';
import { newKey } from '@spplus/api-client/idempotency-key';
import { correctFeedback, sendFeedback } from '@spplus/api-client/submission';
import type { FeedbackReceipt, Guard } from '@spplus/contract/feedback';
import type { Opinion } from '@spplus/contract/opinion';
import type { Service } from '@spplus/contract/service';
import { corrected, created, nextCall, overtaken, type NextCall, type Outbox } from './outbox.ts';

type Create = Extract<NextCall, { type: 'create' }>;
type Correct = Extract<NextCall, { type: 'correct' }>;

export interface Sender {
  service(): Promise<Service>;
  /** Sends until the server holds `opinion`; `keep` is called with the outbox before and after each call. */
  send(outbox: Outbox, opinion: Opinion, guard: Guard, keep: (outbox: Outbox) => void): Promise<Outbox>;
}

const isRefused = (error: unknown, code: string): boolean => error instanceof ApiError && error.code === code;

export interface SenderOptions {
  /** Cancels what is under way. */
  signal: AbortSignal;
  /** Called when a proof of work begins. */
  proving: () => void;
}

export function createSender(api: string, service: string, { signal, proving }: SenderOptions): Sender {
  const connection = connect({ api });

  /** A proof is asked for only where the service wants one; others pay neither the request nor the code. */
  async function withProof(guard: Guard): Promise<Guard> {
    proving();
    const [{ getChallenge }, { solveChallenge }] = await Promise.all([
      import('@spplus/api-client/services'),
      import('@spplus/api-client/proof-of-work'),
    ]);
    return { ...guard, proof: await solveChallenge(await getChallenge(connection, service, { signal }), { signal }) };
  }

  async function create({ key, opinion, guard }: Create): Promise<FeedbackReceipt> {
    const submit = (proven: Guard) => sendFeedback(connection, service, { opinion, guard: proven }, { key, signal });
    try {
      return await submit(guard);
    } catch (error) {
      if (!isRefused(error, 'proof-required')) throw error;
      return submit(await withProof(guard));
    }
  }

  async function correct(outbox: Outbox, { key, opinion, version }: Correct): Promise<Outbox> {
    const { receipt } = outbox;
    if (!receipt) throw new Error('A correction needs the receipt of what it corrects.');
    try {
      return corrected(
        receipt,
        opinion,
        await correctFeedback(connection, service, receipt, { opinion, version }, { key, signal }),
      );
    } catch (error) {
      if (!isRefused(error, 'stale-version')) throw error;
      const { followFeedback } = await import('@spplus/api-client/feedback');
      return overtaken(receipt, (await followFeedback(connection, service, receipt, { signal })).version);
    }
  }

  return {
    service: async () => (await import('@spplus/api-client/services')).getService(connection, service, { signal }),
    async send(outbox, opinion, guard, keep) {
      for (let kept = outbox; ;) {
        const next = nextCall(kept, opinion, guard, newKey);
        const { call } = next;
        keep(next.outbox);
        if (call.type === 'none') return next.outbox;
        kept = call.type === 'create' ? created(next.outbox, await create(call)) : await correct(next.outbox, call);
        keep(kept);
      }
    },
  };
}
