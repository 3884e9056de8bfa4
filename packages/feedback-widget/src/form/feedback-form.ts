/** The form: State × Intention → State. No DOM, no clock, no network. */
import type { FeedbackReceipt } from '@spplus/contract/feedback';
import type { Question } from '@spplus/contract/opinion';
import type { Service } from '@spplus/contract/service';
import type { Finding } from '@spplus/domain/personal-data';
import type { FeedbackMode } from '../feedback-part.ts';
import type { Trouble } from '../trouble.ts';
import { hasMore, hasStory, textLimits, textNames, type Answers, type TextName } from './answers.ts';

/** Steps of the form. `rate` shows the first question alone, until it is answered. */
export type Step = 'rate' | 'details' | 'story' | 'person';

export type FieldFault = { field: 'email' | TextName; fault: 'malformed' | 'missing' | 'too-long' };

/**
 * What the network does with the opinion. `proving`: this device works to show that it is no robot. `awaited`: the person went
 * to the end and waits for the receipt.
 */
export type Delivery =
  | { status: 'unsent' | 'sending' | 'proving' | 'saved'; awaited: boolean }
  | { status: 'failed'; awaited: boolean; trouble: Trouble };

/** What the receipt says; the secret is in it, and nowhere else once the form is over. */
export type Receipt = Pick<FeedbackReceipt, 'reference' | 'secret' | 'answerBy' | 'emailErasedAt' | 'erasedAt'>;

interface Core {
  answers: Answers;
  delivery: Delivery;
  /** Personal data found in what was typed, by field. */
  findings: Readonly<Partial<Record<TextName, readonly Finding[]>>>;
  /** The text before it was masked, so that a mask can be taken back. */
  unmasked?: { field: TextName; text: string } | undefined;
  /** Was a draft of an earlier visit brought back? */
  restored: boolean;
  /** Known once asked for, which is after the first gesture. */
  service?: Service | undefined;
  /** Is an opinion already sent being corrected? */
  correcting: boolean;
}

export type State =
  | (Core & { view: 'asking'; step: Step; faults: readonly FieldFault[] })
  | (Core & { view: 'checking' })
  | { view: 'receipt'; receipt: Receipt; copied: 'receipt' | 'link' | undefined };

/** The form while it asks. */
export type Asking = Extract<State, { view: 'asking' }>;

export type Intention =
  | { type: 'rated'; question: Question; value: number }
  | { type: 'answered'; change: Partial<Omit<Answers, 'ratings'>> }
  | { type: 'searched'; field: TextName; findings: readonly Finding[] }
  | { type: 'masked'; field: TextName; text: string }
  | { type: 'unmasked' }
  | { type: 'continued' }
  | { type: 'went-back' }
  | { type: 'revised'; step: Step }
  | { type: 'confirmed' }
  | { type: 'sending' }
  | { type: 'proving' }
  | { type: 'saved'; receipt: Receipt; isComplete: boolean }
  | { type: 'failed'; trouble: Trouble }
  | { type: 'service-known'; service: Service }
  | { type: 'draft-erased' }
  | { type: 'copied'; what: 'receipt' | 'link' };

/** The steps of each way of asking, after the first question. */
export const stepsOf = (mode: FeedbackMode): readonly Step[] =>
  mode === 'experience' ? ['details', 'story', 'person'] : ['details'];

export interface Beginning {
  answers: Answers;
  mode: FeedbackMode;
  restored?: boolean;
  correcting?: boolean;
}

/** A form with nothing said, with a draft, or with an opinion to correct. */
export const begin = ({ answers, mode, restored = false, correcting = false }: Beginning): State => ({
  view: 'asking',
  step: hasRating(answers, mode) ? 'details' : 'rate',
  faults: [],
  answers,
  delivery: { status: 'unsent', awaited: false },
  findings: {},
  restored,
  correcting,
});

/** The question that one gesture answers. */
export const firstQuestion = (mode: FeedbackMode): Question => (mode === 'page' ? 'page' : 'overall');

const hasRating = ({ ratings }: Answers, mode: FeedbackMode): boolean => ratings[firstQuestion(mode)] !== undefined;

const isEmail = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim());

/** What must be mended before going on from a step. Only what was begun is looked at. */
export function faultsOf(step: Step, answers: Answers, mode: FeedbackMode): FieldFault[] {
  // Fields stop at their limit, but a mask may be longer than what it hides.
  const tooLong = textNames.filter((name) => answers[name].trim().length > textLimits[name]);
  const faults: FieldFault[] = tooLong.map((field) => ({ field, fault: 'too-long' }));
  if (step === 'story' && hasStory(answers)) {
    if (!answers.title.trim()) faults.push({ field: 'title', fault: 'missing' });
    if (!answers.happened.trim()) faults.push({ field: 'happened', fault: 'missing' });
  }
  const asksEmail = step === 'person' || (step === 'details' && mode !== 'experience');
  if (asksEmail && answers.email.trim() && !isEmail(answers.email)) faults.push({ field: 'email', fault: 'malformed' });
  return faults;
}

/** Ratings alone need no check: they go as they are. */
export const needsCheck = (
  { answers, correcting }: Pick<Core, 'answers' | 'correcting'>,
  mode: FeedbackMode,
): boolean => mode !== 'page' && (correcting || hasMore(answers));

export function reduce(state: State, intention: Intention, mode: FeedbackMode): State {
  if (state.view === 'receipt') {
    return intention.type === 'copied' ? { ...state, copied: intention.what } : state;
  }
  switch (intention.type) {
    case 'rated': {
      const answers = {
        ...state.answers,
        ratings: { ...state.answers.ratings, [intention.question]: intention.value },
      };
      const isFirst = state.view === 'asking' && state.step === 'rate';
      return { ...state, answers, delivery: atRest(state.delivery), ...(isFirst && { step: 'details' as const }) };
    }
    case 'answered':
      // Whoever types has not gone to the end: words leave once they were checked.
      return {
        ...state,
        answers: { ...state.answers, ...intention.change },
        delivery: atRest(state.delivery),
        unmasked: undefined,
      };
    case 'searched':
      return { ...state, findings: { ...state.findings, [intention.field]: intention.findings } };
    case 'masked': {
      const { field, text } = intention;
      const unmasked = { field, text: state.answers[field] };
      return { ...state, answers: { ...state.answers, [field]: text }, unmasked };
    }
    case 'unmasked': {
      if (!state.unmasked) return state;
      const { field, text } = state.unmasked;
      return { ...state, answers: { ...state.answers, [field]: text }, unmasked: undefined };
    }
    case 'continued':
      return state.view === 'asking' ? goOn(state, mode) : state;
    case 'went-back': {
      const steps = stepsOf(mode);
      const last = steps.at(-1) ?? 'details';
      if (state.view === 'checking')
        return { ...state, view: 'asking', step: last, faults: [], delivery: atRest(state.delivery) };
      const before = steps[steps.indexOf(state.step) - 1];
      return before ? { ...state, step: before, faults: [] } : state;
    }
    case 'revised':
      return { ...state, view: 'asking', step: intention.step, faults: [], delivery: atRest(state.delivery) };
    case 'confirmed':
      return { ...state, delivery: { ...state.delivery, awaited: true } };
    case 'sending':
    case 'proving':
      return { ...state, delivery: { status: intention.type, awaited: state.delivery.awaited } };
    case 'saved':
      return intention.isComplete && state.delivery.awaited
        ? { view: 'receipt', receipt: intention.receipt, copied: undefined }
        : { ...state, delivery: { status: 'saved', awaited: state.delivery.awaited } };
    case 'failed':
      return { ...state, delivery: { status: 'failed', awaited: state.delivery.awaited, trouble: intention.trouble } };
    case 'service-known':
      return { ...state, service: intention.service };
    case 'draft-erased':
      return { ...state, restored: false };
    case 'copied':
      return state;
  }
}

/** Is the whole opinion on its way, so that confirming again would change nothing? */
export const isUnderWay = ({ status, awaited }: Delivery): boolean =>
  awaited && (status === 'sending' || status === 'proving');

/** Whoever goes back to their answers waits for nothing; what failed meanwhile is sent when they confirm again. */
const atRest = (delivery: Delivery): Delivery =>
  delivery.status === 'failed' && delivery.awaited
    ? { status: 'unsent', awaited: false }
    : { ...delivery, awaited: false };

/** To the next step, to the check, or straight to the receipt when there is nothing to check. */
function goOn(state: Asking, mode: FeedbackMode): State {
  const faults = faultsOf(state.step, state.answers, mode);
  if (faults.length > 0) return { ...state, faults };
  const steps = stepsOf(mode);
  const next = steps[steps.indexOf(state.step) + 1];
  if (next) return { ...state, step: next, faults: [] };
  if (needsCheck(state, mode)) return { ...state, view: 'checking' };
  return { ...state, faults: [], delivery: { ...state.delivery, awaited: true } };
}
