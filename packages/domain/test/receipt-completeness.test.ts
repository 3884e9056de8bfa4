import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isReceiptIncomplete, receiptShortfalls, type Receipt } from '../src/receipt-completeness.ts';

const service = {
  name: 'Service des titres de séjour',
  email: 'titres@prefecture.example',
  postalAddress: '1 place de la Préfecture, 57000 Metz',
  phone: '03 87 00 00 00',
};

/** An electronic receipt of which nothing lacks, by what its silence is worth. */
const complete = (more: Partial<Receipt> = {}): Receipt => ({
  channel: 'electronic',
  receivedOn: '2026-03-02',
  service,
  silence: 'reject',
  deemedOn: '2026-05-02',
  saysIfComplete: true,
  appeal: { limits: 'deux mois', routes: 'tribunal administratif de Strasbourg' },
  ...more,
});
const accepting = { silence: 'accept', saysAttestation: true } as const;

const lacks = (receipt: Receipt) => receiptShortfalls(receipt).map(({ field }) => field);

describe('A receipt', () => {
  it('that holds all the law asks lacks nothing, by electronic means or by post', () => {
    for (const channel of ['electronic', 'post', 'counter'] as const) {
      assert.deepEqual(receiptShortfalls(complete({ channel })), []);
      assert.deepEqual(receiptShortfalls(complete({ channel, ...accepting })), []);
    }
  });

  it('that holds nothing is told each thing, with its article and in a French sentence', () => {
    const shortfalls = receiptShortfalls({ channel: 'electronic' });
    assert.deepEqual(
      shortfalls.map(({ field, article }) => `${field} ${article}`),
      ['receivedOn', 'service.name', 'service.phone', 'service.email', 'silence'].map(
        (field) => `${field} CRPA, art. R112-11-1`,
      ),
    );
    for (const { message } of shortfalls) assert.match(message, /^[A-Z].+\.$/);
  });

  it('by electronic means needs one address, by post the postal one', () => {
    const { email, postalAddress, ...rest } = service;
    assert.deepEqual(lacks(complete({ service: { ...rest, postalAddress } })), []);
    assert.deepEqual(lacks(complete({ service: { ...rest, email } })), []);
    assert.deepEqual(lacks(complete({ channel: 'post', service: { ...rest, email } })), ['service.postalAddress']);
  });

  it('by post is only asked to check that the service has no e-mail address', () => {
    const { name, postalAddress, phone } = service;
    const receipt = complete({ channel: 'post', service: { name, postalAddress, phone } });
    assert.deepEqual(
      receiptShortfalls(receipt).map(({ field, level, article }) => [field, level, article]),
      [['service.email', 'check', 'CRPA, art. R112-5']],
    );
    assert.equal(isReceiptIncomplete(receipt), false);
  });

  it('that announces a silent rejection says how and until when to appeal', () =>
    assert.deepEqual(lacks(complete({ appeal: { limits: ' ' } })), ['appeal.limits', 'appeal.routes']));

  it('that announces a silent acceptance says that one may have it attested, and needs no appeal', () =>
    assert.deepEqual(lacks(complete({ silence: 'accept', appeal: {} })), ['saysAttestation']));

  it('gives the day and, by electronic means, its proviso', () => {
    const { deemedOn: _, saysIfComplete: __, ...undated } = complete();
    assert.deepEqual(lacks(undated), ['deemedOn', 'saysIfComplete']);
    assert.deepEqual(lacks({ ...undated, channel: 'post' }), ['deemedOn']);
    assert.deepEqual(lacks(complete({ deemedOn: '2026-02-30' })), ['deemedOn']);
  });

  it('of a demand that silence does not decide, or of a declaration, needs no day', () => {
    const { channel, receivedOn } = complete();
    const bare = { channel, receivedOn: receivedOn ?? '', service };
    assert.deepEqual(lacks({ ...bare, silence: 'none' }), []);
    assert.deepEqual(lacks({ ...bare, of: 'declaration' }), []);
    assert.deepEqual(lacks(bare), ['silence']);
  });

  it('of an incomplete demand gives the pieces, the limit and the effect', () => {
    const shortfalls = receiptShortfalls(complete({ missing: { pieces: [' '] } }));
    assert.deepEqual(
      shortfalls.map(({ field, article }) => [field, article]),
      ['missing.pieces', 'missing.limit', 'missing.saysEffect'].map((field) => [
        field,
        'CRPA, art. R112-11-4 et L114-5',
      ]),
    );
    const missing = { pieces: ['Justificatif de domicile'], limit: '2026-04-10', saysEffect: true };
    assert.deepEqual(lacks(complete({ missing })), []);
  });

  it('never lacks more once something is added to it', () => {
    const fields = ['receivedOn', 'service', 'silence', 'deemedOn', 'saysIfComplete', 'appeal'] as const;
    fc.assert(
      fc.property(fc.subarray([...fields]), fc.constantFrom(...fields), (kept, added) => {
        const receipt = (names: readonly string[]): Receipt => ({
          channel: 'electronic',
          ...Object.fromEntries(Object.entries(complete()).filter(([name]) => names.includes(name))),
        });
        // What silence is worth decides what else is asked.
        if (added === 'silence') return;
        assert.ok(lacks(receipt([...kept, added])).length <= lacks(receipt(kept)).length);
      }),
    );
  });
});
