/**
 * Following an opinion with its receipt: State × Intention → State. No DOM, no clock, no network; keys and instants come in.
 * The secret lives in this state and nowhere else.
 */
import type { FeedbackFollowUp } from '@spplus/contract/feedback';
import type { HeldReceipt } from '../feedback-part.ts';
import { readReceiptLink, readReference, readSecret } from './receipt-code.ts';
import type { Trouble } from '../trouble.ts';

export type Field = 'reference' | 'secret';
export type Typed = Readonly<Record<Field, string>>;
export type FieldFault = 'missing' | 'malformed';

/** What the person asked of an opinion that is shown. A write keeps its key until it succeeds, so that it is done once. */
export type Gesture =
  | { type: 'refresh' }
  | { type: 'download' }
  | { type: 'withdraw'; key: string }
  | { type: 'rate'; key: string; answer: string; useful: boolean };

export type Doing =
  | { kind: 'rest'; after: Gesture | { type: 'load' } | { type: 'keep' } }
  | { kind: 'confirming' }
  | { kind: 'busy'; gesture: Gesture }
  | { kind: 'failed'; gesture: Gesture; trouble: Trouble };

export type State =
  | { step: 'asking'; typed: Typed; faults: Readonly<Partial<Record<Field, FieldFault>>> }
  | { step: 'loading'; typed: Typed; receipt: HeldReceipt }
  /** Unknown reference or wrong secret: the server does not say which. */
  | { step: 'unknown'; typed: Typed }
  | { step: 'failed'; typed: Typed; receipt: HeldReceipt; trouble: Trouble }
  /** `asOf`: when it was read, in milliseconds since 1970. */
  | { step: 'shown'; receipt: HeldReceipt; followUp: FeedbackFollowUp; asOf: number; doing: Doing };

export type Intention =
  | { type: 'typed'; field: Field; value: string }
  | { type: 'submitted' }
  | { type: 'loaded'; followUp: FeedbackFollowUp; at: number }
  | { type: 'not-found' }
  | { type: 'failed'; trouble: Trouble }
  | { type: 'retried' }
  /** Back to the two fields, with what they hold. */
  | { type: 'reviewed' }
  | { type: 'withdrawal-asked' }
  | { type: 'opinion-kept' }
  | { type: 'asked'; gesture: Gesture }
  /** `at` in milliseconds since 1970. */
  | { type: 'done'; at: number };

const nothingTyped: Typed = { reference: '', secret: '' };

/** Asks for a receipt, or goes straight to the opinion of the one at hand. */
export const begin = (receipt?: HeldReceipt): State =>
  receipt ? { step: 'loading', typed: { ...receipt }, receipt } : { step: 'asking', typed: nothingTyped, faults: {} };

const faultOf = (typed: string, read: string | undefined): FieldFault | undefined =>
  read ? undefined : typed.trim() ? 'malformed' : 'missing';

function submit(typed: Typed): State {
  const linked = readReceiptLink(typed.reference);
  if (linked) return begin({ reference: linked.reference, secret: linked.secret });
  const reference = readReference(typed.reference);
  const secret = readSecret(typed.secret);
  if (reference && secret) return { step: 'loading', typed, receipt: { reference, secret } };
  const faults = { reference: faultOf(typed.reference, reference), secret: faultOf(typed.secret, secret) };
  return {
    step: 'asking',
    typed,
    faults: {
      ...(faults.reference && { reference: faults.reference }),
      ...(faults.secret && { secret: faults.secret }),
    },
  };
}

/** What is left of an opinion once withdrawn: that it existed. The server erases answers too. */
function withdrawn(followUp: FeedbackFollowUp, at: number): FeedbackFollowUp {
  const { reference, version, receivedAt, erasedAt } = followUp;
  const updatedAt = new Date(at).toISOString();
  return { reference, version: version + 1, status: 'withdrawn', receivedAt, updatedAt, erasedAt, answers: [] };
}

function afterGesture(followUp: FeedbackFollowUp, gesture: Gesture, at: number): FeedbackFollowUp {
  switch (gesture.type) {
    case 'withdraw':
      return withdrawn(followUp, at);
    case 'rate': {
      const { answer: id, useful } = gesture;
      return { ...followUp, answers: followUp.answers.map((each) => (each.id === id ? { ...each, useful } : each)) };
    }
    default:
      return followUp;
  }
}

const isSameGesture = (one: Gesture, other: Gesture): boolean =>
  one.type === 'rate' && other.type === 'rate'
    ? one.answer === other.answer && one.useful === other.useful
    : one.type === other.type;

type Shown = Extract<State, { step: 'shown' }>;

/** The same gesture again after a failure is a repetition: it keeps its key. One gesture at a time. */
function ask(state: Shown, gesture: Gesture): State {
  const { doing } = state;
  if (doing.kind === 'busy') return state;
  const isAgain = doing.kind === 'failed' && isSameGesture(doing.gesture, gesture);
  return { ...state, doing: { kind: 'busy', gesture: isAgain ? doing.gesture : gesture } };
}

function reduceShown(state: Shown, intention: Intention): State {
  const { doing, followUp } = state;
  switch (intention.type) {
    case 'asked':
      return ask(state, intention.gesture);
    case 'withdrawal-asked':
      return doing.kind === 'busy' || !followUp.opinion ? state : { ...state, doing: { kind: 'confirming' } };
    case 'opinion-kept':
      return doing.kind === 'busy' ? state : { ...state, doing: { kind: 'rest', after: { type: 'keep' } } };
    case 'retried':
      return doing.kind === 'failed' ? ask(state, doing.gesture) : state;
    case 'loaded':
      if (doing.kind !== 'busy') return state;
      return {
        ...state,
        followUp: intention.followUp,
        asOf: intention.at,
        doing: { kind: 'rest', after: doing.gesture },
      };
    case 'done':
      if (doing.kind !== 'busy') return state;
      return {
        ...state,
        followUp: afterGesture(followUp, doing.gesture, intention.at),
        doing: { kind: 'rest', after: doing.gesture },
      };
    case 'not-found':
      if (doing.kind !== 'busy') return state;
      return doing.gesture.type === 'refresh'
        ? { step: 'unknown', typed: { ...state.receipt } }
        : { ...state, doing: { kind: 'failed', gesture: doing.gesture, trouble: { kind: 'refused' } } };
    case 'failed':
      if (doing.kind !== 'busy') return state;
      return { ...state, doing: { kind: 'failed', gesture: doing.gesture, trouble: intention.trouble } };
    default:
      return state;
  }
}

function reduceLoading(state: Extract<State, { step: 'loading' }>, intention: Intention): State {
  const { typed, receipt } = state;
  switch (intention.type) {
    case 'loaded':
      return {
        step: 'shown',
        receipt,
        followUp: intention.followUp,
        asOf: intention.at,
        doing: { kind: 'rest', after: { type: 'load' } },
      };
    case 'not-found':
      return { step: 'unknown', typed };
    case 'failed':
      return { step: 'failed', typed, receipt, trouble: intention.trouble };
    case 'reviewed':
      return { step: 'asking', typed, faults: {} };
    default:
      return state;
  }
}

export function reduce(state: State, intention: Intention): State {
  switch (state.step) {
    case 'asking':
    case 'unknown':
      if (intention.type === 'submitted') return submit(state.typed);
      if (intention.type === 'typed') {
        return { ...state, typed: { ...state.typed, [intention.field]: intention.value } };
      }
      return state;
    case 'loading':
      return reduceLoading(state, intention);
    case 'failed':
      if (intention.type === 'retried') return { step: 'loading', typed: state.typed, receipt: state.receipt };
      if (intention.type === 'reviewed') return { step: 'asking', typed: state.typed, faults: {} };
      return state;
    case 'shown':
      return reduceShown(state, intention);
  }
}
