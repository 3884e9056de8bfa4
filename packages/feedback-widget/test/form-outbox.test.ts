import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Opinion } from '@spplus/contract/opinion';
import type { FeedbackReceipt } from '@spplus/contract/receipt';
import { corrected, created, nextCall, overtaken, type Outbox } from '../src/form/outbox.ts';

const receipt: FeedbackReceipt = {
  reference: 'A7K3-M9QX',
  secret: '0123-4567-89AB-CDEF-GHJK',
  version: 1,
  receivedAt: '2026-11-23T16:50:00.000Z',
  erasedAt: '2028-11-23T16:50:00.000Z',
};
const guard = { elapsed: 4_000 };
const opinion = (value: number, comment?: string): Opinion => ({
  ratings: [{ question: 'overall', scale: 'three', value }],
  ...(comment && { comment }),
  publish: false,
  language: 'fr',
});

/** Keys in order: `key-1`, `key-2`… */
const keys = () => {
  let made = 0;
  return () => `key-${(made += 1)}`;
};

/** As after a reload: what was kept with the draft is all that is left. */
const reloaded = (outbox: Outbox): Outbox => JSON.parse(JSON.stringify(outbox)) as Outbox;

test('a creation that was not acknowledged is repeated as it was, under its key, even after a reload', () => {
  const newKey = keys();
  const first = nextCall({}, opinion(1), guard, newKey);
  const again = nextCall(reloaded(first.outbox), opinion(3), { elapsed: 9_000 }, newKey);
  assert.deepEqual(again.call, first.call);
  assert.deepEqual(again.call, { type: 'create', key: 'key-1', opinion: opinion(1), guard });
});

test('once created, what changed meanwhile corrects it; nothing changed asks nothing', () => {
  const newKey = keys();
  const { outbox } = nextCall({}, opinion(1), guard, newKey);
  const held = created(outbox, receipt);
  assert.equal(nextCall(held, opinion(1), guard, newKey).call.type, 'none');
  assert.deepEqual(nextCall(held, opinion(3), guard, newKey).call, {
    type: 'correct',
    key: 'key-2',
    opinion: opinion(3),
    version: 1,
  });
});

test('a correction that was not acknowledged keeps its key; another content gets its own', () => {
  const newKey = keys();
  const held: Outbox = { receipt, version: 1, saved: JSON.stringify(opinion(1)) };
  const { outbox } = nextCall(held, opinion(1, 'Merci.'), guard, newKey);
  const again = nextCall(reloaded(outbox), opinion(1, 'Merci.'), guard, newKey).call;
  assert.equal(again.type === 'correct' && again.key, 'key-1');
  const other = nextCall(outbox, opinion(1, 'Merci beaucoup.'), guard, newKey).call;
  assert.equal(other.type === 'correct' && other.key, 'key-2');
});

test('a correction overtaken by another goes again, after the version that stands and under a new key', () => {
  const newKey = keys();
  const held: Outbox = { receipt, version: 1, saved: JSON.stringify(opinion(1)) };
  nextCall(held, opinion(2), guard, newKey);
  const { call } = nextCall(overtaken(receipt, 4), opinion(2), guard, newKey);
  assert.deepEqual(call, { type: 'correct', key: 'key-2', opinion: opinion(2), version: 4 });
});

test('dates promised again after a correction replace the first ones, the code stays', () => {
  const promised = {
    version: 2,
    answerBy: '2026-12-08T16:50:00.000Z',
    emailErasedAt: '2027-02-23T16:50:00.000Z',
    erasedAt: receipt.erasedAt,
  };
  const held = corrected(receipt, opinion(1, 'Merci.'), promised);
  assert.deepEqual(held.receipt, { ...receipt, ...promised });
  assert.equal(held.version, 2);
  assert.equal(nextCall(held, opinion(1, 'Merci.'), guard, keys()).call.type, 'none');
});
