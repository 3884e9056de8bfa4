/** What each state of the follow-up shows, where focus goes when it is entered, and what is said. */
import type { FeedbackFollowUp } from '@spplus/contract/feedback';
import type { Doing, Field, FieldFault, Gesture, State, Typed } from './feedback-follow.ts';
import type { Trouble } from '../trouble.ts';

/** Where an opinion stands, in the person's terms rather than the server's. */
export type Standing = 'being-read' | 'accepted' | 'published' | 'refused' | 'withdrawn' | 'erased';

export function standingOf({ status, opinion, publishedAt }: FeedbackFollowUp): Standing {
  if (status === 'withdrawn') return 'withdrawn';
  if (!opinion) return 'erased';
  if (status === 'pending') return 'being-read';
  return status === 'accepted' && publishedAt ? 'published' : status;
}

/** A gesture that failed, shown where it was made. */
export interface FailedGesture {
  gesture: Gesture;
  trouble: Trouble;
}

export type FollowView =
  | { screen: 'ask'; typed: Typed; faults: readonly { field: Field; fault: FieldFault }[]; isUnknown: boolean }
  | { screen: 'wait' }
  | { screen: 'trouble'; trouble: Trouble }
  | {
      screen: 'opinion';
      followUp: FeedbackFollowUp;
      standing: Standing;
      asOf: number;
      /** There is still something to correct or withdraw. */
      canChange: boolean;
      /** An answer is promised and none has come. */
      awaitsAnswer: boolean;
      isConfirming: boolean;
      /** The gesture being sent; the others wait. */
      busy?: Gesture;
      failed?: FailedGesture;
      /** The last gesture that succeeded, to confirm it in place. */
      succeeded?: Gesture['type'];
    };

const fields: readonly Field[] = ['reference', 'secret'];

const isWithdrawal = (doing: Doing): boolean =>
  doing.kind === 'confirming' ||
  ((doing.kind === 'busy' || doing.kind === 'failed') && doing.gesture.type === 'withdraw');

export function viewOf(state: State): FollowView {
  switch (state.step) {
    case 'asking': {
      const faults = fields.flatMap((field) => {
        const fault = state.faults[field];
        return fault ? [{ field, fault }] : [];
      });
      return { screen: 'ask', typed: state.typed, faults, isUnknown: false };
    }
    case 'unknown':
      return { screen: 'ask', typed: state.typed, faults: [], isUnknown: true };
    case 'loading':
      return { screen: 'wait' };
    case 'failed':
      return { screen: 'trouble', trouble: state.trouble };
    case 'shown': {
      const { followUp, asOf, doing } = state;
      const standing = standingOf(followUp);
      return {
        screen: 'opinion',
        followUp,
        standing,
        asOf,
        canChange: Boolean(followUp.opinion),
        awaitsAnswer:
          Boolean(followUp.opinion && followUp.answerBy) && followUp.answers.length === 0 && standing !== 'refused',
        isConfirming: isWithdrawal(doing),
        ...(doing.kind === 'busy' && { busy: doing.gesture }),
        ...(doing.kind === 'failed' && { failed: { gesture: doing.gesture, trouble: doing.trouble } }),
        ...(doing.kind === 'rest' &&
          doing.after.type !== 'load' &&
          doing.after.type !== 'keep' && { succeeded: doing.after.type }),
      };
    }
  }
}

/** Names of the places that can take focus; templates mark them with `data-focus`. */
export type FocusTarget =
  | 'title'
  | 'summary'
  | 'reference'
  | 'trouble'
  | 'confirmation'
  | 'confirm'
  | 'withdraw'
  | 'refresh'
  | 'download'
  | `rate-${string}`;

const buttonOf = (gesture: Gesture): FocusTarget => {
  switch (gesture.type) {
    case 'withdraw':
      return 'confirm';
    case 'rate':
      return `rate-${gesture.answer}-${gesture.useful}`;
    default:
      return gesture.type;
  }
};

/** Every state has its place: the button that was pressed while it works and once it is done, else what is new. */
export function focusOf(state: State): FocusTarget {
  switch (state.step) {
    case 'asking':
      return Object.keys(state.faults).length > 0 ? 'summary' : 'reference';
    case 'unknown':
      return 'summary';
    case 'loading':
      return 'title';
    case 'failed':
      return 'trouble';
    case 'shown':
      return focusWhile(state.doing);
  }
}

function focusWhile(doing: Doing): FocusTarget {
  switch (doing.kind) {
    case 'confirming':
      return 'confirmation';
    case 'busy':
      return buttonOf(doing.gesture);
    case 'failed':
      return 'trouble';
    case 'rest':
      if (doing.after.type === 'load' || doing.after.type === 'withdraw') return 'title';
      return doing.after.type === 'keep' ? 'withdraw' : buttonOf(doing.after);
  }
}

/** What is said when a state is entered. What takes focus is read anyway, and is not said twice. */
export type Announcement = 'loading' | 'standing' | 'sending' | 'withdrawn' | 'refreshed' | 'downloaded' | 'rated';

export function announcementOf(state: State): Announcement | undefined {
  if (state.step === 'loading') return 'loading';
  if (state.step !== 'shown') return undefined;
  const { doing } = state;
  if (doing.kind === 'busy') return 'sending';
  if (doing.kind !== 'rest') return undefined;
  switch (doing.after.type) {
    case 'load':
      return 'standing';
    case 'withdraw':
      return 'withdrawn';
    case 'refresh':
      return 'refreshed';
    case 'download':
      return 'downloaded';
    case 'rate':
      return 'rated';
    case 'keep':
      return undefined;
  }
}
