/** The follow-up of an opinion: holds its state, calls the API, moves focus and speaks. What to do is decided in feedback-follow.ts. */
import { newKey } from '@spplus/api-client/idempotency-key';
import { FeedbackErrorEvent, FeedbackWithdrawnEvent } from '../feedback-events.ts';
import type { FeedbackHost, FeedbackPart, HeldReceipt } from '../feedback-part.ts';
import { correctionOf } from './correction.ts';
import { begin, reduce, type Gesture, type Intention, type State } from './feedback-follow.ts';
import { announcementOf, focusOf, standingOf, viewOf, type Announcement } from './feedback-follow-view.ts';
import { saveJson } from './save-file.ts';
import { followTemplate, type FollowGestures } from './templates.ts';
import { isNotFound, troubleOf } from '../trouble.ts';
import { timeText } from '../dates.ts';
import { announcementSentence, standingSentence } from './wording.ts';

/** The person is there and has a button to try again, so one silent repetition is enough. */
const retries = 1;

/** Does what a state waits for; the intention tells how it ended. The client is loaded by the first call. */
async function perform(
  host: FeedbackHost,
  receipt: HeldReceipt,
  gesture: Gesture,
  signal: AbortSignal,
): Promise<Intention> {
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

  async function run(): Promise<void> {
    call?.abort();
    const wanted = awaited(state);
    if (!wanted) return;
    const { signal } = (call = new AbortController());
    const end = await perform(host, wanted.receipt, wanted.gesture, signal).catch(
      (fault: unknown): Intention | undefined => {
        if (isNotFound(fault)) return { type: 'not-found' };
        const trouble = troubleOf(fault, Date.now());
        return trouble && { type: 'failed', trouble };
      },
    );
    if (!end || signal.aborted) return;
    act(end);
    if (end.type === 'failed') host.emit(new FeedbackErrorEvent(end.trouble.kind));
    if (end.type === 'done' && wanted.gesture.type === 'withdraw') host.emit(new FeedbackWithdrawnEvent());
  }

  function focus(): void {
    const target = CSS.escape(focusOf(state));
    host.root.querySelector<HTMLElement>(`[data-focus="${target}"], #follow-${target}`)?.focus();
  }

  /** A person who has gone elsewhere in the page meanwhile is not called back. */
  function isElsewhere(): boolean {
    const { activeElement } = host.element.getRootNode() as Document | ShadowRoot;
    return Boolean(activeElement && activeElement !== host.element && activeElement.localName !== 'body');
  }

  /** What a state entered says, in the element's language. */
  function sentenceFor(announcement: Announcement): string {
    const { locale } = host.element;
    return host.localized(() => {
      if (state.step !== 'shown') return announcementSentence(announcement, '', '');
      const { followUp, asOf } = state;
      const standing = standingSentence(standingOf(followUp), followUp.opinion?.publish ?? false);
      return announcementSentence(announcement, standing, timeText(asOf, locale));
    });
  }

  async function enter(): Promise<void> {
    const entered = state;
    await host.refresh();
    if (state !== entered) return;
    if (!isElsewhere()) focus();
    const announcement = announcementOf(state);
    if (announcement) host.announce(sentenceFor(announcement));
  }

  function act(intention: Intention): void {
    const before = state;
    state = reduce(before, intention);
    if (state === before) return;
    if (intention.type === 'typed') {
      void host.refresh();
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
      host.showForm(correctionOf(state.receipt, state.followUp, host.mode));
    },
    onWithdraw: () => act({ type: 'withdrawal-asked' }),
    onKeep: () => act({ type: 'opinion-kept' }),
    onConfirm: () => act({ type: 'asked', gesture: { type: 'withdraw', key: newKey() } }),
    onRate: (answer, useful) => act({ type: 'asked', gesture: { type: 'rate', key: newKey(), answer, useful } }),
    onLeave: () => {
      forget();
      void host.refresh();
      host.close();
    },
  };

  void run();

  return {
    render: () =>
      followTemplate(
        viewOf(state),
        { locale: host.element.locale, level: host.headingLevel, now: Date.now() },
        gestures,
      ),
    focus,
    // What was typed is on the receipt that the person holds.
    dirty: false,
    dispose: forget,
  };
}
