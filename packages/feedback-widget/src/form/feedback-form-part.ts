/** The form: holds its state, sends, keeps the draft, moves focus and speaks. What to do is decided in feedback-form.ts. */
import { questions as allQuestions, type Question, type Scale } from '@spplus/contract/opinion-terms';
import { newKey } from '@spplus/api-client/idempotency-key';
import type { Guard } from '@spplus/contract/feedback';
import type { Finding } from '@spplus/domain/personal-data';
import { msg } from '@spplus/ui/localize';
import { html } from 'lit';
import { FeedbackErrorEvent, FeedbackSentEvent } from '../feedback-events.ts';
import type { FeedbackHost, FeedbackPart, FormStart } from '../feedback-part.ts';
import { troubleOf } from '../trouble.ts';
import {
  gestureOf,
  hasMore,
  nearlyFull,
  noAnswers,
  opinionOf,
  textNames,
  type Answers,
  type Setting,
  type TextName,
} from './answers.ts';
import { draftName, eraseDraft, readDraft, writeDraft } from './feedback-draft.ts';
import { begin, firstQuestion, needsCheck, reduce, type Intention, type State } from './feedback-form.ts';
import { askingTemplate } from './form-templates.ts';
import type { FormContext, FormGestures } from './form-gestures.ts';
import type { Outbox } from './outbox.ts';
import type { Sender } from './send-opinion.ts';

/** Milliseconds without typing before a text is searched; between two changes of a rating before it leaves. */
const typingPause = 400;
const ratingPause = 800;

const officialQuestions: readonly Question[] = ['delay', 'access', 'effort', 'relation'];

/** What the page settles for every opinion. */
export function settingOf(host: FeedbackHost): Setting {
  const asked = (host.setting('questions') ?? '').split(/\s+/);
  const scale = host.setting('scale');
  const isPage = host.mode === 'page';
  const chosen = allQuestions.filter(
    (question) => asked.includes(question) && question !== 'overall' && question !== 'page',
  );
  return {
    scale: (scale === 'four' || scale === 'ten' ? scale : 'three') satisfies Scale,
    questions: isPage ? [] : chosen.length > 0 || host.mode !== 'experience' ? chosen : officialQuestions,
    procedure: host.setting('procedure') ?? '',
    tags: (host.setting('tags') ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    page: isPage ? location.pathname.slice(0, 300) : undefined,
    language: host.element.locale,
  };
}

export function createFormPart(host: FeedbackHost, { useful, correction }: FormStart): FeedbackPart {
  const { mode } = correction ?? host;
  const name = draftName(host.service, mode, location.pathname);
  const draft = correction ? undefined : readDraft(name);
  let outbox: Outbox = correction?.outbox ?? draft?.outbox ?? {};
  let state: State = begin({
    answers: correction?.answers ?? draft?.answers ?? noAnswers,
    mode,
    restored: draft !== undefined && hasMore(draft.answers),
    correcting: correction !== undefined,
  });
  const shownAt = Date.now();
  let isErased = false;
  let trapped = '';
  let elapsed: number | undefined;
  const life = new AbortController();
  let sender: Sender | undefined;
  let sent: FormContext['sent'];
  let later: FormContext['later'];
  let panel: FormContext['panel'];
  /** May the server hold words? Then ratings alone would erase them: all goes together, once confirmed. */
  let hasWords = correction !== undefined;
  let sending: Promise<void> | undefined;
  /** Texts that changed since they were searched. */
  const unread = new Set<TextName>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const guard = (): Guard => ({
    elapsed: elapsed ?? Date.now() - shownAt,
    ...(trapped && { trap: trapped.slice(0, 500) }),
  });

  const after = (task: string, pause: number, work: () => void): void => {
    clearTimeout(timers.get(task));
    timers.set(task, setTimeout(work, pause));
  };

  /** A download that failed is tried again by the next gesture. */
  async function getSender(): Promise<Sender> {
    if (!sent) {
      sent = await import('./sending.ts');
      void host.refresh();
    }
    return (sender ??= sent.createSender(host.api, host.service, life.signal));
  }

  const currentSetting = (): Setting => ({ ...settingOf(host), ...correction?.setting });

  /** Whoever says more than a rating will need the next steps and the check. */
  async function loadLater(): Promise<void> {
    if (later || state.view === 'receipt') return;
    if (mode !== 'experience' && !needsCheck(state, mode) && currentSetting().questions.length === 0) return;
    later = await import('./later.ts');
    await host.refresh();
  }

  const isOver = (): boolean => state.view === 'receipt';

  function keepDraft(): void {
    if (correction || isErased || state.view === 'receipt') return;
    // Before the first gesture there is nothing to keep.
    if (state.view === 'asking' && state.step === 'rate') return;
    writeDraft(name, { answers: state.answers, outbox });
  }

  /** What the server should hold now: all of it once the person went to the end, ratings alone before. */
  function wanted() {
    if (state.view === 'receipt' || (hasWords && !state.delivery.awaited)) return undefined;
    const setting = currentSetting();
    return state.delivery.awaited ? opinionOf(state.answers, setting) : gestureOf(state.answers, setting);
  }

  function failed(fault: unknown): void {
    const trouble = troubleOf(fault, Date.now());
    if (!trouble || life.signal.aborted) return;
    act({ type: 'failed', trouble });
    host.emit(new FeedbackErrorEvent(trouble.kind));
  }

  /** Sends until the server holds what is wanted. One at a time: a second call waits for the first, then looks again. */
  function deliver(): Promise<void> {
    sending ??= deliverAll().finally(() => (sending = undefined));
    return sending;
  }

  async function deliverAll(): Promise<void> {
    for (;;) {
      const opinion = wanted();
      if (!opinion || state.view === 'receipt') return;
      const isComplete = state.delivery.awaited;
      hasWords ||= isComplete;
      act({ type: 'sending' });
      try {
        outbox = await (
          await getSender()
        ).send(outbox, opinion, guard(), (kept) => {
          outbox = kept;
          keepDraft();
        });
      } catch (fault) {
        failed(fault);
        return;
      }
      if (!outbox.receipt) return;
      act({ type: 'saved', receipt: outbox.receipt, isComplete });
      host.emit(new FeedbackSentEvent(mode, isComplete));
      if (isOver()) {
        eraseDraft(name);
        return;
      }
      // What was said meanwhile goes too, and so does the wish for a receipt; nothing new means we are done.
      if (state.delivery.awaited === isComplete && JSON.stringify(wanted()) === JSON.stringify(opinion)) return;
    }
  }

  async function learnService(): Promise<void> {
    if (state.view === 'receipt' || state.service || mode !== 'experience') return;
    const service = await getSender()
      .then((one) => one.service())
      .catch(() => undefined); // The form works without it, with fields instead of lists.
    if (service) act({ type: 'service-known', service });
  }

  async function search(field: TextName): Promise<void> {
    if (state.view === 'receipt') return;
    if (!panel) panel = await import('./personal-data-panel.ts').catch(() => undefined);
    unread.delete(field);
    if (panel && !life.signal.aborted && !isOver()) {
      act({ type: 'searched', field, findings: panel.findPersonalData(state.answers[field]) });
    }
  }

  /** Searches what was typed just now: somebody who goes on at once is told too. Gives the first field where something was found. */
  async function searchRest(): Promise<TextName | undefined> {
    const fields = [...unread];
    for (const field of fields) await search(field);
    return fields.find((field) => state.view !== 'receipt' && state.findings[field]?.length);
  }

  async function mask(field: TextName, findings: readonly Finding[]): Promise<void> {
    if (state.view === 'receipt' || !panel) return;
    const { maskFindings, findingText } = panel;
    const { [field]: typed } = state.answers;
    const text = host.localized(() => maskFindings(typed, findings, findingText));
    act({ type: 'masked', field, text });
    await search(field);
    await focusOn(field);
  }

  async function focusOn(id: string): Promise<void> {
    await host.refresh();
    const target = host.root.querySelector<HTMLElement>(`#${id}`);
    (target?.localName === 'fieldset' ? (target.querySelector<HTMLElement>('input') ?? target) : target)?.focus();
  }

  /** Where the person goes on after a change of view, a failure they wait for, or faults. Nowhere else is focus moved. */
  function focusAfter(before: State): string | undefined {
    if (state.view === 'receipt') return before.view === 'receipt' ? undefined : 'done';
    if (state.view === 'checking' && before.view !== 'checking') return 'check';
    if (
      state.view === 'asking' &&
      state.faults.length > 0 &&
      (before.view !== 'asking' || before.faults !== state.faults)
    )
      return 'summary';
    if (state.delivery.status === 'failed' && state.delivery.awaited) return before === state ? undefined : 'trouble';
    if (state.view === 'asking' && before.view === 'asking' && before.step !== state.step && before.step !== 'rate') {
      return state.step === 'details' && mode !== 'experience' ? 'title-form' : 'step';
    }
    return undefined;
  }

  /** Said when something changes that focus does not read. */
  function sentenceAfter(intention: Intention): string | undefined {
    switch (intention.type) {
      case 'saved':
        if (state.view === 'receipt') return undefined;
        return mode === 'page'
          ? msg('Merci, votre réponse est enregistrée.', { id: 'form-saved-page' })
          : msg('Votre avis est enregistré. Vous pouvez le compléter.', { id: 'form-saved' });
      case 'sending':
        return state.view !== 'receipt' && state.delivery.awaited
          ? msg('Envoi en cours…', { id: 'form-sending' })
          : undefined;
      case 'failed':
        return state.view !== 'receipt' && !state.delivery.awaited
          ? msg('Votre avis n’est pas encore envoyé.', { id: 'form-not-sent' })
          : undefined;
      case 'searched':
        return intention.findings.length > 0
          ? msg('Votre texte contient une donnée à masquer.', { id: 'form-found-said' })
          : undefined;
      case 'masked':
        return msg('Masqué.', { id: 'form-masked' });
      case 'copied':
        return msg('Copié', { id: 'receipt-copied' });
      default:
        return undefined;
    }
  }

  function act(intention: Intention): void {
    const before = state;
    state = reduce(before, intention, mode);
    if (state === before) return;
    const target = focusAfter(before);
    if (target) void focusOn(target);
    else void host.refresh();
    const isNews =
      intention.type !== 'searched' || before.view === 'receipt' || !before.findings[intention.field]?.length;
    const sentence = isNews ? host.localized(() => sentenceAfter(intention)) : undefined;
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
    if (state.view !== 'receipt' && state.delivery.status === 'failed') void deliver();
  };
  addEventListener('online', online);

  /**
   * A person who leaves right after the first gesture has given an opinion, even if the client is not there yet: the request
   * goes as it is, under the key that the client would repeat it with.
   */
  const leaving = (): void => {
    keepDraft();
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
  };
  addEventListener('pagehide', leaving);

  const gestures: FormGestures = {
    onRate(question, value) {
      // The question of a page is answered before this form exists: it was there since the page was.
      elapsed ??= Math.round(useful === undefined ? Date.now() - shownAt : performance.now());
      const isFirst = state.view !== 'receipt' && state.delivery.status === 'unsent';
      act({ type: 'rated', question, value });
      const opinion = wanted();
      if (opinion && !correction && outbox.version === undefined) {
        outbox.creation ??= { key: newKey(), opinion, guard: guard() };
      }
      keepDraft();
      if (correction) return;
      if (isFirst) {
        void deliver();
        void learnService();
        loadLater().catch(failed);
      } else after('rating', ratingPause, () => void deliver());
    },
    onAnswer(change) {
      act({ type: 'answered', change });
      loadLater().catch(() => undefined); // It is asked for again, and then missed, at the next step.
      after('draft', typingPause, () => {
        keepDraft();
        sayWhatIsLeft(change);
      });
      for (const field of textNames) {
        if (!(field in change)) continue;
        unread.add(field);
        // What is shown as found follows each letter: a text that moved must not be masked in the wrong place.
        if (panel && state.view !== 'receipt' && state.findings[field]?.length) void search(field);
        else after(field, typingPause, () => void search(field));
      }
    },
    onMask: (field, findings) => void mask(field, findings),
    onUnmask() {
      const field = state.view === 'receipt' ? undefined : state.unmasked?.field;
      act({ type: 'unmasked' });
      if (field) void search(field);
    },
    onContinue() {
      void Promise.all([searchRest(), loadLater()]).then(([found]) => {
        // The person decides: going on a second time sends the words as they are.
        if (found) {
          void focusOn(`${found}-found`);
          return;
        }
        act({ type: 'continued' });
        if (state.view !== 'receipt' && state.delivery.awaited) void deliver();
      }, failed);
    },
    onBack: () => act({ type: 'went-back' }),
    onRevise(step, field) {
      act({ type: 'revised', step });
      void focusOn(field);
    },
    onConfirm() {
      if (state.view === 'receipt' || (state.delivery.awaited && state.delivery.status === 'sending')) return;
      act({ type: 'confirmed' });
      void deliver();
    },
    onRetry: () => void deliver(),
    onEraseDraft() {
      isErased = true;
      eraseDraft(name);
      host.showForm();
    },
    onFollow: () => host.showFollowUp(),
    onCopy(what, text) {
      // Absent in pages without https, whatever its type says.
      const clipboard = navigator.clipboard as Clipboard | undefined;
      if (clipboard) clipboard.writeText(text).then(() => act({ type: 'copied', what }), selectCodes);
      else selectCodes();
    },
    onPrint: () => print(),
    onLeave() {
      host.close();
    },
    onTrap: (value) => (trapped = value),
  };

  /** Without permission to copy, the secret is selected: one key copies it. */
  function selectCodes(): void {
    const code = host.root.querySelector('#secret');
    if (code) getSelection()?.selectAllChildren(code);
  }

  const context = (): FormContext => ({
    mode,
    sent,
    later,
    panel,
    setting: currentSetting(),
    locale: host.element.locale,
    headingLevel: host.headingLevel,
    gestures,
  });

  if (useful !== undefined) queueMicrotask(() => gestures.onRate(firstQuestion(mode), useful ? 2 : 1));
  else if (state.view === 'asking' && state.step !== 'rate') queueMicrotask(() => void resume());

  /** A draft may hold a gesture that never arrived; a correction wants the service's lists. */
  async function resume(): Promise<void> {
    if (!correction && outbox.saved === undefined) void deliver();
    await Promise.all([getSender(), loadLater()]).catch(failed);
    if (mode === 'experience') await learnService();
    for (const field of textNames) if (state.view !== 'receipt' && state.answers[field]) await search(field);
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
        void getSender().then(
          () => focusOn('comment'),
          () => focusOn('trouble'),
        );
    },
    dispose() {
      removeEventListener('online', online);
      removeEventListener('pagehide', leaving);
      timers.forEach((timer) => clearTimeout(timer));
      keepDraft();
      // A gesture on its way arrives, even if the dialog is closed meanwhile.
      void Promise.resolve(sending).finally(() => life.abort());
    },
  };
}
