/** The form: holds its state, keeps the draft, moves focus and speaks. What to do is decided in feedback-form.ts. */
import type { Guard } from '@spplus/contract/feedback';
import { html } from 'lit';
import type { FeedbackHost, FeedbackPart, FormStart } from '../feedback-part.ts';
import { hasMore, nearlyFull, noAnswers, textNames, type Answers, type Setting } from './answers.ts';
import { createDelivery } from './delivery.ts';
import { draftName, eraseDraft, readDraft, writeDraft } from './feedback-draft.ts';
import { begin, firstQuestion, isUnderWay, needsCheck, reduce, type Intention, type State } from './feedback-form.ts';
import type { FormContext, FormGestures } from './form-gestures.ts';
import { focusAfter, sentenceAfter } from './form-news.ts';
import { settingOf } from './form-setting.ts';
import { askingTemplate } from './form-templates.ts';
import { createTextSearch, typingPause } from './text-search.ts';

/** Milliseconds between two changes of a rating before it leaves. */
const ratingPause = 800;

export function createFormPart(host: FeedbackHost, { useful, correction }: FormStart): FeedbackPart {
  const { mode } = correction ?? host;
  const name = draftName(host.service, mode, location.pathname);
  const draft = correction ? undefined : readDraft(name);
  let state: State = begin({
    answers: correction?.answers ?? draft?.answers ?? noAnswers,
    mode,
    restored: draft !== undefined && hasMore(draft.answers),
    correcting: correction !== undefined,
  });
  const shownAt = Date.now();
  let isErased = false;
  let isDisposed = false;
  let trapped = '';
  let elapsed: number | undefined;
  let sent: FormContext['sent'];
  let later: FormContext['later'];
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const guard = (): Guard => ({
    elapsed: elapsed ?? Date.now() - shownAt,
    ...(trapped && { trap: trapped.slice(0, 500) }),
  });

  const after = (task: string, pause: number, work: () => void): void => {
    clearTimeout(timers.get(task));
    timers.set(task, setTimeout(work, pause));
  };

  const currentSetting = (): Setting => ({ ...settingOf(host), ...correction?.setting });

  const delivery = createDelivery({
    host,
    correction,
    outbox: correction?.outbox ?? draft?.outbox ?? {},
    hasWords: correction !== undefined || draft?.hasWords === true,
    state: () => state,
    act,
    setting: currentSetting,
    guard,
    async load() {
      if (!sent) {
        sent = await import('./sending.ts');
        void host.refresh();
      }
      return sent;
    },
    keep: keepDraft,
    // A correction has no draft: the one of a new opinion waits for its own end.
    over() {
      if (!correction) eraseDraft(name);
    },
  });
  const search = createTextSearch({ host, state: () => state, act, after, focusOn });

  /** Whoever says more than a rating will need the next steps and the check. */
  async function loadLater(): Promise<void> {
    if (later || state.view === 'receipt') return;
    if (mode !== 'experience' && !needsCheck(state, mode) && currentSetting().questions.length === 0) return;
    later = await import('./later.ts');
    await host.refresh();
  }

  function keepDraft(): void {
    if (correction || isErased || state.view === 'receipt') return;
    // Before the first gesture there is nothing to keep.
    if (state.view === 'asking' && state.step === 'rate') return;
    writeDraft(name, { answers: state.answers, ...delivery.kept() });
  }

  async function learnService(): Promise<void> {
    if (state.view === 'receipt' || state.service || mode !== 'experience') return;
    const service = await delivery
      .getSender()
      .then((one) => one.service())
      .catch(() => undefined); // The form works without it, with fields instead of lists.
    if (service) act({ type: 'service-known', service });
  }

  async function focusOn(id: string): Promise<void> {
    await host.refresh();
    const target = host.root.querySelector<HTMLElement>(`#${id}`);
    (target?.localName === 'fieldset' ? (target.querySelector<HTMLElement>('input') ?? target) : target)?.focus();
  }

  function act(intention: Intention): void {
    const before = state;
    state = reduce(before, intention, mode);
    if (state === before || isDisposed) return;
    const target = focusAfter(before, state, mode);
    if (target) void focusOn(target);
    else void host.refresh();
    const isNews =
      intention.type !== 'searched' || before.view === 'receipt' || !before.findings[intention.field]?.length;
    const sentence = isNews ? host.localized(() => sentenceAfter(intention, state, mode)) : undefined;
    if (sentence) host.announce(sentence);
  }

  /** Near the end of a field, and only once the person pauses. */
  function sayWhatIsLeft(change: Partial<Answers>): void {
    for (const field of textNames) {
      const left = nearlyFull(field, change[field] ?? '');
      if (left !== undefined) host.announce(host.localized(() => sent?.leftText(left) ?? ''));
    }
  }

  const online = (): void => {
    if (state.view !== 'receipt' && state.delivery.status === 'failed') void delivery.deliver();
  };
  addEventListener('online', online);

  const leaving = (): void => {
    keepDraft();
    delivery.sendInPassing();
  };
  addEventListener('pagehide', leaving);

  const gestures: FormGestures = {
    onRate(question, value) {
      // The question of a page is answered before this form exists: it was there since the page was.
      elapsed ??= Math.round(useful === undefined ? Date.now() - shownAt : performance.now());
      const isFirst = state.view !== 'receipt' && state.delivery.status === 'unsent';
      act({ type: 'rated', question, value });
      delivery.hold();
      keepDraft();
      if (correction) return;
      if (isFirst) {
        void delivery.deliver();
        void learnService();
        loadLater().catch(delivery.failed);
      } else after('rating', ratingPause, () => void delivery.deliver());
    },
    onAnswer(change) {
      act({ type: 'answered', change });
      loadLater().catch(() => undefined); // It is asked for again, and then missed, at the next step.
      after('draft', typingPause, () => {
        keepDraft();
        sayWhatIsLeft(change);
      });
      search.noteChange(change);
    },
    onMask: (field, findings) => void search.mask(field, findings),
    onUnmask() {
      const field = state.view === 'receipt' ? undefined : state.unmasked?.field;
      act({ type: 'unmasked' });
      if (field) void search.search(field);
    },
    onContinue() {
      void Promise.all([search.searchRest(), loadLater()]).then(([found]) => {
        // The person decides: going on a second time sends the words as they are.
        if (found) {
          void focusOn(`${found}-found`);
          return;
        }
        act({ type: 'continued' });
        if (state.view !== 'receipt' && state.delivery.awaited) void delivery.deliver();
      }, delivery.failed);
    },
    onBack: () => act({ type: 'went-back' }),
    onRevise(step, field) {
      act({ type: 'revised', step });
      void focusOn(field);
    },
    onConfirm() {
      if (state.view === 'receipt' || isUnderWay(state.delivery)) return;
      act({ type: 'confirmed' });
      void delivery.deliver();
    },
    onRetry: () => void delivery.deliver(),
    onEraseDraft() {
      isErased = true;
      eraseDraft(name);
      host.showForm();
    },
    onFollow: () => host.showFollowUp(),
    onCopy(what, text) {
      void sent?.copyText(text, host.root).then((isCopied) => isCopied && act({ type: 'copied', what }));
    },
    onPrint: () => print(),
    onLeave() {
      host.close();
    },
    onTrap: (value) => (trapped = value),
  };

  const context = (): FormContext => ({
    mode,
    sent,
    later,
    panel: search.panel(),
    setting: currentSetting(),
    locale: host.element.locale,
    headingLevel: host.headingLevel,
    gestures,
  });

  if (useful !== undefined) queueMicrotask(() => gestures.onRate(firstQuestion(mode), useful ? 2 : 1));
  else if (state.view === 'asking' && state.step !== 'rate') queueMicrotask(() => void resume());

  /** A draft may hold a gesture that never arrived; a correction wants the service's lists. */
  async function resume(): Promise<void> {
    if (!correction && delivery.kept().outbox.saved === undefined) void delivery.deliver();
    await Promise.all([delivery.getSender(), loadLater()]).catch(delivery.failed);
    if (mode === 'experience') await learnService();
    for (const field of textNames) if (state.view !== 'receipt' && state.answers[field]) await search.search(field);
  }

  return {
    get dirty() {
      return state.view !== 'receipt' && hasMore(state.answers);
    },
    render() {
      switch (state.view) {
        case 'asking':
          return askingTemplate(state, context());
        case 'checking':
          return later?.checkingTemplate(state, context()) ?? html``;
        case 'receipt':
          return sent?.receiptTemplate(state, host.service, context()) ?? html``;
      }
    },
    focus() {
      if (mode !== 'page') void focusOn('title-form');
      else
        void delivery.getSender().then(
          () => focusOn('comment'),
          () => focusOn('trouble'),
        );
    },
    dispose() {
      removeEventListener('online', online);
      removeEventListener('pagehide', leaving);
      timers.forEach((timer) => clearTimeout(timer));
      keepDraft();
      isDisposed = true;
      delivery.end();
    },
  };
}
