/** One builder per state of the follow-up: stories, axe runs and focus tests all walk `followStates`. */
import type { Answer } from '@spplus/contract/answer';
import type { FeedbackFollowUp } from '@spplus/contract/feedback';
import { begin, type Doing, type Gesture, type State } from '../src/follow/feedback-follow.ts';

export const receipt = { reference: 'A7K3-M9QX', secret: '0123-4567-89AB-CDEF-GHJK' };

export const anAnswer = (changes: Partial<Answer> = {}): Answer => ({
  id: '5f0c3f6e-0d43-4c0c-9a52-3a1f7f0f5f10',
  body: 'Un deuxième agent est au guichet le samedi depuis le 1er décembre.',
  signature: 'Le service de l’état civil',
  outcome: 'fixed',
  answeredAt: '2026-11-24T09:00:00.000Z',
  ...changes,
});

export const aFollowUp = (changes: Partial<FeedbackFollowUp> = {}): FeedbackFollowUp => ({
  reference: receipt.reference,
  version: 1,
  status: 'pending',
  receivedAt: '2026-11-23T16:50:00.000Z',
  updatedAt: '2026-11-23T16:50:00.000Z',
  opinion: {
    ratings: [{ question: 'overall', scale: 'three', value: 1 }],
    story: { title: 'Une attente trop longue', happened: 'J’ai attendu deux heures au guichet.' },
    date: '2026-11',
    channels: ['counter', 'phone'],
    email: 'personne@example.fr',
    publish: true,
    language: 'fr',
  },
  answers: [],
  answerBy: '2026-12-08T16:50:00.000Z',
  emailErasedAt: '2027-02-23T16:50:00.000Z',
  erasedAt: '2028-11-23T16:50:00.000Z',
  ...changes,
});

export const withdrawnFollowUp = (): FeedbackFollowUp => ({
  reference: receipt.reference,
  version: 2,
  status: 'withdrawn',
  receivedAt: '2026-11-23T16:50:00.000Z',
  updatedAt: '2026-11-24T10:00:00.000Z',
  answers: [],
  erasedAt: '2028-11-23T16:50:00.000Z',
});

export const asOf = Date.parse('2026-11-24T10:00:00.000Z');

export const shown = (followUp = aFollowUp(), doing: Doing = { kind: 'rest', after: { type: 'load' } }) =>
  ({ step: 'shown', receipt, followUp, asOf, doing }) as const satisfies State;

const { id } = anAnswer();
export const withdrawal: Gesture = { type: 'withdraw', key: 'key-1' };
export const rating: Gesture = { type: 'rate', key: 'key-2', answer: id, useful: true };
const answered = () =>
  aFollowUp({ status: 'accepted', publishedAt: '2026-11-24T08:00:00.000Z', answers: [anAnswer()] });
const typed = { reference: 'A7K3', secret: '' };

export const followStates = {
  asking: begin,
  'asking, with faults': () => ({ step: 'asking', typed, faults: { reference: 'malformed', secret: 'missing' } }),
  unknown: () => ({ step: 'unknown', typed: { ...receipt } }),
  loading: () => begin(receipt),
  failed: () => ({ step: 'failed', typed: { ...receipt }, receipt, trouble: { kind: 'offline' } }),
  'being read': shown,
  answered: () => shown(answered()),
  refused: () =>
    shown(aFollowUp({ status: 'refused', refusal: { reason: 'insult', message: 'Retirez la dernière phrase.' } })),
  'withdrawn before': () => shown(withdrawnFollowUp()),
  'withdrawn now': () => shown(withdrawnFollowUp(), { kind: 'rest', after: withdrawal }),
  confirming: () => shown(answered(), { kind: 'confirming' }),
  kept: () => shown(answered(), { kind: 'rest', after: { type: 'keep' } }),
  withdrawing: () => shown(answered(), { kind: 'busy', gesture: withdrawal }),
  'withdrawal failed': () => shown(answered(), { kind: 'failed', gesture: withdrawal, trouble: { kind: 'timeout' } }),
  rating: () => shown(answered(), { kind: 'busy', gesture: rating }),
  'rating failed': () =>
    shown(answered(), { kind: 'failed', gesture: rating, trouble: { kind: 'busy', retryAt: asOf + 600_000 } }),
  'refresh failed': () =>
    shown(answered(), { kind: 'failed', gesture: { type: 'refresh' }, trouble: { kind: 'server' } }),
  'download failed': () =>
    shown(answered(), { kind: 'failed', gesture: { type: 'download' }, trouble: { kind: 'invalid-answer' } }),
  refreshed: () => shown(answered(), { kind: 'rest', after: { type: 'refresh' } }),
  downloaded: () => shown(answered(), { kind: 'rest', after: { type: 'download' } }),
  rated: () => shown(answered(), { kind: 'rest', after: rating }),
} as const satisfies Record<string, () => State>;
