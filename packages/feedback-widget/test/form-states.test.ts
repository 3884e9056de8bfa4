import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noAnswers } from '../src/form/answers.ts';
import { begin, faultsOf, reduce, type Intention, type State } from '../src/form/feedback-form.ts';
import type { FeedbackMode } from '../src/feedback-part.ts';
import { aReceipt, aService, asking, aStory, checking, formStates, someAnswers } from './builders.ts';

const after = (mode: FeedbackMode, state: State, ...intentions: Intention[]): State =>
  intentions.reduce((before, intention) => reduce(before, intention, mode), state);

const empty = (mode: FeedbackMode) => begin({ answers: noAnswers, mode });
const rated: Intention = { type: 'rated', question: 'overall', value: 3 };
const received = (isComplete: boolean): Intention => ({ type: 'saved', receipt: aReceipt, isComplete });
const offline: Intention = { type: 'failed', trouble: { kind: 'offline' } };
const place = (state: State) => (state.view === 'asking' ? state.step : state.view);

test('the first question stands alone; answering it opens the rest', () => {
  assert.equal(place(empty('inline')), 'rate');
  assert.equal(place(after('inline', empty('inline'), rated)), 'details');
});

test('a draft that holds the first answer begins after it', () => {
  assert.equal(place(begin({ answers: someAnswers(), mode: 'inline' })), 'details');
  assert.equal(place(begin({ answers: someAnswers(), mode: 'page' })), 'rate', 'a page asks another first question');
});

test('changing the rating keeps what was typed', () => {
  const { state } = asking('inline', 'details', { answers: someAnswers({ comment: 'Merci.' }) });
  const changed = after('inline', state, rated);
  assert.deepEqual(
    changed.view === 'asking' && changed.answers,
    someAnswers({ ratings: { overall: 3 }, comment: 'Merci.' }),
  );
});

test('a rating alone goes straight to the receipt, without a check', () => {
  const going = after('inline', asking('inline', 'details').state, { type: 'continued' });
  assert.ok(going.view === 'asking' && going.delivery.awaited);
  assert.equal(place(after('inline', going, { type: 'sending' }, received(true))), 'receipt');
});

test('whoever says more checks it first, and nothing is awaited until they confirm', () => {
  const { state } = asking('inline', 'details', { answers: someAnswers({ comment: 'Merci.' }) });
  const checked = after('inline', state, { type: 'continued' });
  assert.equal(place(checked), 'checking');
  assert.ok(checked.view === 'checking' && !checked.delivery.awaited);
  assert.equal(place(after('inline', checked, { type: 'confirmed' }, { type: 'sending' }, received(true))), 'receipt');
});

test('what is missing under a page is sent without a check', () => {
  const { state } = asking('page', 'details', {
    answers: someAnswers({ ratings: { page: 1 }, comment: 'Les horaires.' }),
  });
  const going = after('page', state, { type: 'continued' });
  assert.ok(going.view === 'asking' && going.delivery.awaited);
});

test('an experience goes through three steps, and back without losing a word', () => {
  const typed: Intention = { type: 'answered', change: aStory };
  const state = after('experience', empty('experience'), rated, { type: 'continued' }, typed, { type: 'continued' });
  assert.equal(place(state), 'person');
  const back = after('experience', state, { type: 'went-back' }, { type: 'went-back' }, { type: 'went-back' });
  assert.equal(place(back), 'details');
  assert.ok(back.view === 'asking' && back.answers.happened === aStory.happened);
});

test('the acknowledgement of the first gesture never ends a form that somebody is filling', () => {
  const { state } = asking('inline', 'details', { answers: someAnswers({ comment: 'J’écris.' }) });
  const heard = after('inline', state, { type: 'sending' }, received(false));
  assert.ok(heard.view === 'asking' && heard.answers.comment === 'J’écris.' && heard.delivery.status === 'saved');
});

test('an acknowledgement that comes after going back does not end the form', () => {
  const { state } = checking('inline', someAnswers({ comment: 'Merci.' }));
  const back = after(
    'inline',
    state,
    { type: 'confirmed' },
    { type: 'sending' },
    { type: 'went-back' },
    received(true),
  );
  assert.equal(place(back), 'details');
});

test('a failure keeps every word and says what failed; trying again awaits the same receipt', () => {
  const { state } = checking('inline', someAnswers({ comment: 'Merci.' }));
  const failed = after('inline', state, { type: 'confirmed' }, { type: 'sending' }, offline);
  assert.ok(failed.view === 'checking' && failed.answers.comment === 'Merci.');
  assert.deepEqual(failed.delivery, { status: 'failed', awaited: true, trouble: { kind: 'offline' } });
  assert.equal(place(after('inline', failed, { type: 'sending' }, received(true))), 'receipt');
});

test('typing after a failure at the end waits for nothing any more: those words are checked before they leave', () => {
  const { state } = asking('inline', 'details');
  const failed = after('inline', state, { type: 'continued' }, { type: 'sending' }, offline);
  assert.ok(failed.view === 'asking' && failed.delivery.awaited);
  const typed = after('inline', failed, { type: 'answered', change: { comment: 'Merci.' } });
  assert.deepEqual(typed.view === 'asking' && typed.delivery, { status: 'unsent', awaited: false });
  assert.equal(place(after('inline', typed, { type: 'continued' })), 'checking');
});

test('a line of the check leads back to its step', () => {
  const { state } = checking('experience', someAnswers(aStory));
  assert.equal(place(after('experience', state, { type: 'revised', step: 'story' })), 'story');
});

test('an e-mail that is not complete stops, is named, and is let go once mended', () => {
  const { state } = asking('inline', 'details', { answers: someAnswers({ email: 'personne@exemple' }) });
  const stopped = after('inline', state, { type: 'continued' });
  assert.deepEqual(stopped.view === 'asking' && stopped.faults, [{ field: 'email', fault: 'malformed' }]);
  const mended = after(
    'inline',
    stopped,
    { type: 'answered', change: { email: ' personne@exemple.fr ' } },
    { type: 'continued' },
  );
  assert.equal(place(mended), 'checking');
});

test('a story that was begun needs a title and what happened; an empty one needs nothing', () => {
  const faults = (changes: Parameters<typeof someAnswers>[0]) =>
    faultsOf('story', someAnswers(changes), 'experience').map(({ field }) => field);
  assert.deepEqual(faults({ wentWell: 'L’accueil.' }), ['title', 'happened']);
  assert.deepEqual(faults({ title: 'Attente', happened: '  ' }), ['happened']);
  assert.deepEqual(faults({}), []);
  assert.deepEqual(faults(aStory), []);
});

test('a mask longer than what it hides may make a text too long: it is said before anything is sent', () => {
  const state = asking('experience', 'story', { answers: someAnswers({ ...aStory, title: 'T'.repeat(121) }) }).state;
  const stopped = after('experience', state, { type: 'continued' });
  assert.deepEqual(stopped.view === 'asking' && stopped.faults, [{ field: 'title', fault: 'too-long' }]);
});

test('an e-mail is not looked at in the steps that do not ask for it', () => {
  const answers = someAnswers({ email: 'personne@' });
  assert.deepEqual(faultsOf('details', answers, 'experience'), []);
  assert.equal(faultsOf('person', answers, 'experience').length, 1);
});

test('a mask can be taken back until the person types again', () => {
  const { state } = asking('inline', 'details', { answers: someAnswers({ comment: 'Au 06 12 34 56 78' }) });
  const masked = after('inline', state, { type: 'masked', field: 'comment', text: 'Au [numéro]' });
  assert.ok(masked.view === 'asking' && masked.answers.comment === 'Au [numéro]');
  const back = after('inline', masked, { type: 'unmasked' });
  assert.ok(back.view === 'asking' && back.answers.comment === 'Au 06 12 34 56 78');
  const typed = after(
    'inline',
    masked,
    { type: 'answered', change: { comment: 'Au [numéro] svp' } },
    { type: 'unmasked' },
  );
  assert.ok(typed.view === 'asking' && typed.answers.comment === 'Au [numéro] svp');
});

test('the service’s lists are kept from step to step', () => {
  const known = after('experience', asking('experience', 'details').state, {
    type: 'service-known',
    service: aService,
  });
  const next = after('experience', known, { type: 'continued' });
  assert.ok(next.view === 'asking' && next.service === aService);
});

test('a receipt stays whatever comes late, and says what was copied', () => {
  const receipt = formStates.receipt().state;
  for (const late of [
    rated,
    offline,
    received(true),
    { type: 'continued' },
    { type: 'went-back' },
  ] satisfies Intention[]) {
    assert.equal(reduce(receipt, late, 'experience'), receipt);
  }
  const copied = reduce(receipt, { type: 'copied', what: 'link' }, 'experience');
  assert.ok(copied.view === 'receipt' && copied.copied === 'link');
});

test('a correction begins with what was said, and always passes by the check', () => {
  const state = begin({ answers: someAnswers(), mode: 'inline', correcting: true });
  assert.ok(state.view === 'asking' && state.delivery.status === 'unsent', 'nothing is said to be recorded');
  assert.equal(place(after('inline', state, { type: 'continued' })), 'checking');
});

test('no two states of the table are the same', () => {
  const seen = Object.values(formStates).map((build) => JSON.stringify(build()));
  assert.equal(new Set(seen).size, seen.length);
});
