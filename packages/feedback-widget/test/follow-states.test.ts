import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, reduce, type Intention, type State } from '../src/follow/feedback-follow.ts';
import { announcementOf, focusOf, standingOf, viewOf } from '../src/follow/feedback-follow-view.ts';
import { troubleSentence, troubleOf } from '../src/trouble.ts';
import { timeText } from '../src/dates.ts';
import {
  aFollowUp,
  anAnswer,
  asOf,
  followStates,
  rating,
  receipt,
  shown,
  withdrawal,
  withdrawnFollowUp,
} from './follow-builders.ts';

const after = (state: State, ...intentions: Intention[]) => intentions.reduce(reduce, state);
const typing = (reference: string, secret: string): Intention[] => [
  { type: 'typed', field: 'reference', value: reference },
  { type: 'typed', field: 'secret', value: secret },
  { type: 'submitted' },
];
const offline: Intention = { type: 'failed', trouble: { kind: 'offline' } };

test('looks for the opinion once both codes are readable, and keeps what was typed as it was typed', () => {
  const state = after(begin(), ...typing('a7k3 m9qx', '0123456789abcdefghjk'));
  assert.deepEqual(state, {
    step: 'loading',
    typed: { reference: 'a7k3 m9qx', secret: '0123456789abcdefghjk' },
    receipt,
  });
});

test('names what is missing and what is malformed, and sends focus to the summary', () => {
  const state = after(begin(), ...typing('A7K3', ''));
  assert.deepEqual(state.step === 'asking' && state.faults, { reference: 'malformed', secret: 'missing' });
  assert.equal(focusOf(state), 'summary');
});

test('takes a whole receipt link pasted in the first field', () => {
  const link = `https://ville.example/#spplus-receipt=mairie-exemple.${receipt.reference}.${receipt.secret}`;
  const state = after(begin(), ...typing(link, ''));
  assert.deepEqual(state.step === 'loading' && state.receipt, receipt);
});

test('an unknown receipt keeps what was typed, and can be corrected and sent again', () => {
  const unknown = after(begin(), ...typing('A7K3-M9QX', receipt.secret), { type: 'not-found' });
  assert.deepEqual(unknown, { step: 'unknown', typed: receipt });
  assert.equal(after(unknown, { type: 'submitted' }).step, 'loading');
});

test('a load that failed is tried again with the same receipt', () => {
  const failed = after(begin(receipt), offline);
  assert.equal(failed.step, 'failed');
  assert.deepEqual(after(failed, { type: 'retried' }), begin(receipt));
});

test('withdrawing asks first, then leaves only that the opinion existed', () => {
  const confirming = after(shown(aFollowUp({ answers: [anAnswer()] })), { type: 'withdrawal-asked' });
  assert.equal(viewOf(confirming).screen === 'opinion' && confirming.step, 'shown');
  const done = after(confirming, { type: 'asked', gesture: withdrawal }, { type: 'done', at: asOf });
  assert.deepEqual(done.step === 'shown' && done.followUp, withdrawnFollowUp());
  assert.equal(announcementOf(done), 'withdrawn');
});

test('the same gesture after a failure keeps its key; another one has its own', () => {
  const failed = after(shown(aFollowUp({ answers: [anAnswer()] })), { type: 'asked', gesture: rating }, offline);
  const keyAfter = (intention: Intention) => {
    const state = after(failed, intention);
    return (
      state.step === 'shown' && state.doing.kind === 'busy' && 'key' in state.doing.gesture && state.doing.gesture.key
    );
  };
  assert.equal(keyAfter({ type: 'retried' }), 'key-2');
  assert.equal(
    keyAfter({ type: 'asked', gesture: { type: 'rate', answer: anAnswer().id, useful: true, key: 'key-3' } }),
    'key-2',
  );
  const other = { type: 'rate', answer: anAnswer().id, useful: false, key: 'key-4' } as const;
  assert.equal(keyAfter({ type: 'asked', gesture: other }), 'key-4');
});

test('one gesture at a time: a second one while the first is sent changes nothing', () => {
  const busy = followStates.rating();
  assert.equal(after(busy, { type: 'asked', gesture: withdrawal }), busy);
  assert.equal(after(busy, { type: 'withdrawal-asked' }), busy);
});

test('an answer can be rated, then rated otherwise', () => {
  const rate = (state: State, useful: boolean) =>
    after(
      state,
      { type: 'asked', gesture: { type: 'rate', answer: anAnswer().id, useful, key: String(useful) } },
      { type: 'done', at: asOf },
    );
  const yes = rate(shown(aFollowUp({ answers: [anAnswer()] })), true);
  assert.equal(yes.step === 'shown' && yes.followUp.answers[0]?.useful, true);
  const no = rate(yes, false);
  assert.equal(no.step === 'shown' && no.followUp.answers[0]?.useful, false);
});

test('an answer that comes when no state waits for it changes nothing', () => {
  const late: Intention[] = [
    { type: 'loaded', followUp: aFollowUp(), at: asOf },
    { type: 'done', at: asOf },
    { type: 'not-found' },
    offline,
  ];
  for (const build of [followStates.asking, followStates.unknown, followStates.failed, followStates['being read']]) {
    const state = build();
    for (const intention of late) assert.equal(reduce(state, intention), state);
  }
});

test('says where an opinion stands', () => {
  const { opinion: _, ...purged } = aFollowUp({ status: 'accepted' });
  assert.equal(standingOf(aFollowUp()), 'being-read');
  assert.equal(standingOf(aFollowUp({ status: 'accepted' })), 'accepted');
  assert.equal(standingOf(aFollowUp({ status: 'accepted', publishedAt: '2026-11-24T08:00:00.000Z' })), 'published');
  assert.equal(standingOf(aFollowUp({ status: 'refused' })), 'refused');
  assert.equal(standingOf(withdrawnFollowUp()), 'withdrawn');
  assert.equal(standingOf(purged), 'erased');
});

test('what takes focus with its sentence is not announced as well', () => {
  for (const build of Object.values(followStates)) {
    const state = build();
    if (['summary', 'trouble', 'confirmation'].includes(focusOf(state))) assert.equal(announcementOf(state), undefined);
  }
});

test('promises an answer only while one may come', () => {
  const awaits = (state: State) => {
    const view = viewOf(state);
    return view.screen === 'opinion' && view.awaitsAnswer;
  };
  assert.equal(awaits(followStates['being read']()), true);
  assert.equal(awaits(followStates.answered()), false);
  assert.equal(awaits(followStates.refused()), false);
  assert.equal(awaits(followStates['withdrawn now']()), false);
});

test('tells a long wait as a time of day, never earlier than asked', () => {
  const now = new Date(2026, 10, 23, 16, 50, 30).getTime();
  const trouble = troubleOf({ kind: 'busy', retryAfter: 600_000 }, now);
  assert.match(troubleSentence(trouble ?? { kind: 'offline' }, now, 'fr'), /à partir de 17\u00A0h\u00A001/);
  assert.match(troubleSentence({ kind: 'busy', retryAt: now + 5_000 }, now, 'fr'), /dans une minute/);
});

test('writes hours in French, and as each language does elsewhere', () => {
  const at = new Date(2026, 10, 23, 16, 50).getTime();
  assert.equal(timeText(at, 'fr'), '16\u00A0h\u00A050');
  assert.match(timeText(at, 'en'), /^4:50\sPM$/);
});

test('a cancelled call is no trouble; a part that does not load is a lost connection', () => {
  assert.equal(troubleOf({ kind: 'aborted' }, 0), undefined);
  assert.deepEqual(troubleOf(new TypeError('Failed to fetch dynamically imported module'), 0), { kind: 'offline' });
});
