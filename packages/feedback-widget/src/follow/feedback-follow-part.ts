/** The follow-up of an opinion: holds its state, calls the API, moves focus and speaks. What to do is decided in feedback-follow.ts. */
import type { LitElement } from 'lit';
import { newKey } from '@spplus/api-client/idempotency-key';
import type { FeedbackHost, FeedbackPart, HeldReceipt } from '../feedback-part.ts';
import { begin, reduce, type Gesture, type Intention, type State } from './feedback-follow.ts';
import { announcementOf, focusOf, standingOf, viewOf, type Announcement } from './feedback-follow-view.ts';
import { followStyles } from './follow-styles.ts';
import { saveJson } from './save-file.ts';
import { followTemplate, type FollowGestures } from './templates.ts';
import { isNotFound, troubleOf } from './trouble.ts';
import { announcementSentence, standingSentence, timeText } from './wording.ts';

/** The person is there and has a button to try again, so one silent repetition is enough. */
const retries = 1;

/** Does what a state waits for; the intention tells how it ended. The client is loaded by the first call. */
async function perform(host: FeedbackHost, receipt: HeldReceipt, gesture: Gesture, signal: AbortSignal): Promise<Intention> {
  const [{ connect }, calls] = await Promise.all([
    import('@spplus/api-client/connection'),
    import('@spplus/api-client/feedback'),
  ]);
  const connection = connect({ api: host.api, retries });
  switch (gesture.type) {
    case 'refresh':
      return {
        type: 'loaded',
        followUp: await calls.followFeedback(connection, host.service, receipt, { signal }),
        at: Date.now(),
      };
    case 'download': {
      const held = await calls.exportFeedback(connection, host.service, receipt, { signal });
      if (!signal.aborted) saveJson(host.element.ownerDocument, `${receipt.reference}.json`, held);
      break;
    }
    case 'withdraw':
      await calls.withdrawFeedback(connection, host.service, receipt, { key: gesture.key, signal });
      break;
    case 'rate': {
      const { key, answer, useful } = gesture;
      await calls.rateAnswer(connection, host.service, receipt, answer, { useful }, { key, signal });
      break;
    }
  }
  return { type: 'done', at: Date.now() };
}

/** What a state waits for, if anything. */
function awaited(state: State): { receipt: HeldReceipt; gesture: Gesture } | undefined {
  if (state.step === 'loading') return { receipt: state.receipt, gesture: { type: 'refresh' } };
  if (state.step !== 'shown' || state.doing.kind !== 'busy') return undefined;
  return { receipt: state.receipt, gesture: state.doing.gesture };
}

/** Shows an opinion already sent; without a receipt, asks for it first. */
export function createFollowPart(host: FeedbackHost, receipt?: HeldReceipt): FeedbackPart {
  let state = begin(receipt);
  let call: AbortController | undefined;
  /** Worded while drawing, the only moment when sentences are in the element's language; said once drawn. */
  let announcement: Announcement | undefined;
  let sentence = '';

  async function run(): Promise<void> {
    call?.abort();
    const wanted = awaited(state);
    if (!wanted) return;
    const { signal } = (call = new AbortController());
    const end = await perform(host, wanted.receipt, wanted.gesture, signal).catch((fault: unknown): Intention | undefined => {
      if (isNotFound(fault)) return { type: 'not-found' };
      const trouble = troubleOf(fault, Date.now());
      return trouble && { type: 'failed', trouble };
    });
    if (end && !signal.aborted) act(end);
  }

  function focus(): void {
    const root = host.element.shadowRoot;
    const target = CSS.escape(focusOf(state));
    root?.querySelector<HTMLElement>(`[data-focus="${target}"], #follow-${target}`)?.focus();
  }

  /** A person who has gone elsewhere in the page meanwhile is not called back. */
  function isElsewhere(): boolean {
    const { activeElement } = host.element.getRootNode() as Document | ShadowRoot;
    return Boolean(activeElement && activeElement !== host.element && activeElement.localName !== 'body');
  }

  async function enter(): Promise<void> {
    const entered = state;
    announcement = announcementOf(state);
    sentence = '';
    host.refresh();
    await (host.element as Partial<LitElement>).updateComplete;
    if (state !== entered) return;
    if (!isElsewhere()) focus();
    if (sentence) host.announce(sentence);
  }

  function act(intention: Intention): void {
    const before = state;
    state = reduce(before, intention);
    if (state === before) return;
    if (intention.type === 'typed') {
      host.refresh();
      return;
    }
    void run();
    void enter();
  }

  function forget(): void {
    call?.abort();
    state = begin();
  }

  const gestures: FollowGestures = {
    onType: (field, value) => act({ type: 'typed', field, value }),
    onSubmit: () => act({ type: 'submitted' }),
    onRetry: () => act({ type: 'retried' }),
    onReview: () => act({ type: 'reviewed' }),
    onRefresh: () => act({ type: 'asked', gesture: { type: 'refresh' } }),
    onDownload: () => act({ type: 'asked', gesture: { type: 'download' } }),
    onPrint: () => print(),
    onCorrect: () => {
      if (state.step !== 'shown' || state.doing.kind === 'busy') return;
      host.showForm({ receipt: state.receipt, followUp: state.followUp });
    },
    onWithdraw: () => act({ type: 'withdrawal-asked' }),
    onKeep: () => act({ type: 'opinion-kept' }),
    onConfirm: () => act({ type: 'asked', gesture: { type: 'withdraw', key: newKey() } }),
    onRate: (answer, useful) => act({ type: 'asked', gesture: { type: 'rate', key: newKey(), answer, useful } }),
    onLeave: () => {
      forget();
      host.refresh();
      host.close();
    },
  };

  function wordAnnouncement(locale: string): void {
    if (!announcement) return;
    const [standing, asOf] =
      state.step === 'shown'
        ? [standingSentence(standingOf(state.followUp), state.followUp.opinion?.publish ?? false), timeText(state.asOf, locale)]
        : ['', ''];
    sentence = announcementSentence(announcement, standing, asOf);
    announcement = undefined;
  }

  void run();

  return {
    styles: followStyles,
    render() {
      const { locale } = host.element;
      wordAnnouncement(locale);
      return followTemplate(viewOf(state), { locale, now: Date.now() }, gestures);
    },
    focus,
    // What was typed is on the receipt that the person holds.
    dirty: false,
    dispose: forget,
  };
}
