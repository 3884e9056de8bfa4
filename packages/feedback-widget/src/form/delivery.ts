/** Brings the server to hold what the person said: the first gesture at once, the rest when they went to the end. */
import { newKey } from '@spplus/api-client/idempotency-key';
import type { Guard } from '@spplus/contract/feedback';
import type { Opinion } from '@spplus/contract/opinion';
import { FeedbackErrorEvent, FeedbackSentEvent } from '../feedback-events.ts';
import type { FeedbackHost, FormStart } from '../feedback-part.ts';
import { troubleOf } from '../trouble.ts';
import { gestureOf, opinionOf, type Setting } from './answers.ts';
import type { Intention, State } from './feedback-form.ts';
import type { Outbox } from './outbox.ts';
import type { Sender } from './send-opinion.ts';

/** What delivering needs of the form. */
export interface Delivered {
  host: FeedbackHost;
  correction: FormStart['correction'];
  /** What an earlier visit left to send. */
  outbox: Outbox;
  /** May the server hold words already, of an opinion to correct or of an earlier visit? */
  hasWords: boolean;
  state: () => State;
  act: (intention: Intention) => void;
  setting: () => Setting;
  guard: () => Guard;
  /** Loads the way to the server; a download that failed is tried again by the next call. */
  load: () => Promise<typeof import('./sending.ts')>;
  /** The outbox changed: it is kept with the draft. */
  keep: () => void;
  /** The person holds the receipt. */
  over: () => void;
}

export function createDelivery(form: Delivered) {
  const { host, correction, act, guard } = form;
  /** Where the server may hold words, ratings alone would erase them: all goes together, once confirmed. */
  let { outbox, hasWords } = form;
  let sender: Sender | undefined;
  let sending: Promise<void> | undefined;
  const life = new AbortController();

  /** What the server should hold now: all of it once the person went to the end, ratings alone before. */
  function wanted(): Opinion | undefined {
    const state = form.state();
    if (state.view === 'receipt' || (hasWords && !state.delivery.awaited)) return undefined;
    return (state.delivery.awaited ? opinionOf : gestureOf)(state.answers, form.setting());
  }

  async function getSender(): Promise<Sender> {
    const { createSender } = await form.load();
    const proving = () => act({ type: 'proving' });
    return (sender ??= createSender(host.api, host.service, { signal: life.signal, proving }));
  }

  function failed(fault: unknown): void {
    const trouble = troubleOf(fault, Date.now());
    if (!trouble || life.signal.aborted) return;
    act({ type: 'failed', trouble });
    host.emit(new FeedbackErrorEvent(trouble.kind));
  }

  async function deliverAll(): Promise<void> {
    for (;;) {
      const opinion = wanted();
      const before = form.state();
      if (!opinion || before.view === 'receipt') return;
      const isComplete = before.delivery.awaited;
      act({ type: 'sending' });
      try {
        outbox = await (
          await getSender()
        ).send(outbox, opinion, guard(), (kept) => {
          outbox = kept;
          // From here on: what leaves next is the whole, unless a first gesture has still to be acknowledged before.
          hasWords ||= isComplete && (!kept.creation || kept.creation.opinion === opinion);
          form.keep();
        });
      } catch (fault) {
        failed(fault);
        return;
      }
      if (!outbox.receipt) return;
      act({ type: 'saved', receipt: outbox.receipt, isComplete });
      host.emit(new FeedbackSentEvent(correction?.mode ?? host.mode, isComplete));
      const after = form.state();
      if (after.view === 'receipt') {
        form.over();
        return;
      }
      // What was said meanwhile goes too, and so does the wish for a receipt; nothing new means we are done.
      if (after.delivery.awaited === isComplete && JSON.stringify(wanted()) === JSON.stringify(opinion)) return;
    }
  }

  return {
    /** What the draft keeps of it. */
    kept: () => ({ outbox, hasWords }),
    getSender,
    failed,
    /** Sends until the server holds what is wanted. One at a time: a second call waits for the first, then looks again. */
    deliver(): Promise<void> {
      sending ??= deliverAll().finally(() => (sending = undefined));
      return sending;
    },
    /** Binds the first gesture to its key before anything is loaded, so that it cannot be stored twice. */
    hold(): void {
      const opinion = wanted();
      if (opinion && !correction && outbox.version === undefined) {
        outbox.creation ??= { key: newKey(), opinion, guard: guard() };
      }
    },
    /**
     * A person who leaves right after the first gesture has given an opinion, even if the client is not there yet: the request
     * goes as it is, under the key that the client would repeat it with.
     */
    sendInPassing(): void {
      const { creation } = outbox;
      if (!creation || outbox.receipt) return;
      const { key, ...submission } = creation;
      fetch(`${host.api.replace(/\/+$/, '')}/v1/services/${encodeURIComponent(host.service)}/feedback`, {
        method: 'POST',
        keepalive: true,
        credentials: 'omit',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(submission),
      }).catch(() => undefined);
    },
    /** A gesture on its way arrives, even if the dialog is closed meanwhile; nothing is begun after it. */
    end(): void {
      void Promise.resolve(sending).finally(() => life.abort());
    },
  };
}
