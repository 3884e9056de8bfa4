/** Whatever a system answers, what is made of it can be appended, folded and shown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KnownEvent } from '@spplus/contract/demand-event';
import type { DemandEvent } from '@spplus/domain/demand-event';
import { legalFacts } from '@spplus/domain/demand-facts';
import fc from 'fast-check';
import type { SourceReading } from '../../src/adapters/demand-source.ts';
import { Dossier } from '../../src/adapters/demarches-simplifiees/dossier.ts';
import { mapDossier } from '../../src/adapters/demarches-simplifiees/map-dossier.ts';
import { Case, Folder } from '../../src/adapters/hubee/case.ts';
import { mapCase, mapFolder } from '../../src/adapters/hubee/map-folder.ts';
import { mapRequest } from '../../src/adapters/open311/map-request.ts';
import { readServiceRequests } from '../../src/adapters/open311/service-request.ts';
import { demandOn } from './support.ts';

const junk = fc.oneof(
  fc.constantFrom(null, undefined, '', '?', 7, true, [], {}, '__proto__', 'constructor'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const mostly = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: junk });
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const anyDate = mostly(
  fc.oneof(
    moment.map((date) => date.toISOString()),
    moment.map((date) => date.toISOString().slice(0, 10)),
    moment.map((date) => date.getTime()),
    fc.constantFrom(
      '9999-12-31T23:59:59-12:00',
      '0000-01-01',
      '2026-02-30',
      '2026-03-29T02:30:00',
      '31/12/2026',
      '+275760-09-13T00:00:00Z',
    ),
  ),
);
const anyText = mostly(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '&lt;b&gt;',
      '\uD800',
      '\u202Etxt',
      'a'.repeat(50_000),
      '<'.repeat(9000),
    ),
  ),
);
const anyId = mostly(fc.oneof(fc.uuid(), fc.constantFrom('a b', 'é'.repeat(200), '1'), fc.nat()));
const objectOf = (fields: Record<string, fc.Arbitrary<unknown>>) => mostly(fc.record(fields, { requiredKeys: [] }));
const manyOf = (item: fc.Arbitrary<unknown>) => mostly(fc.array(item, { maxLength: 8 }));

const dsStates = ['en_construction', 'en_instruction', 'accepte', 'refuse', 'sans_suite'];
const dsEvents = [
  'depose',
  'depose_correction_usager',
  'depose_correction_instructeur',
  'passe_en_instruction',
  'accepte',
  'accepte_automatiquement',
  'refuse_automatiquement',
  'classe_sans_suite',
  'repasse_en_construction',
  'repasse_en_instruction',
];
const dsDates = [
  'dateDepot',
  'datePassageEnConstruction',
  'datePassageEnInstruction',
  'dateTraitement',
  'dateDerniereModification',
  'dateExpiration',
  'dateSuppressionParUsager',
  'dateSuppressionParAdministration',
  'dateDerniereCorrectionEnAttente',
  'datePrevisionnelleDecisionSVASVR',
  'dateTraitementSVASVR',
  'dateAccuseLectureAgreement',
];
const dated = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, anyDate]));
const dossier = fc.record(
  {
    number: fc.nat(),
    state: mostly(fc.constantFrom(...dsStates)),
    motivation: anyText,
    attestation: objectOf({ filename: anyText }),
    usager: objectOf({ email: anyText }),
    traitements: manyOf(
      objectOf({
        id: anyId,
        event: mostly(fc.constantFrom(...dsEvents)),
        dateTraitement: anyDate,
        motivation: anyText,
      }),
    ),
    messages: manyOf(
      objectOf({
        id: anyId,
        body: anyText,
        createdAt: anyDate,
        discardedAt: anyDate,
        email: anyText,
        correction: objectOf({ reason: mostly(fc.constantFrom('incorrect', 'incomplete')), dateResolution: anyDate }),
      }),
    ),
    avis: manyOf(objectOf({ id: anyId, dateQuestion: anyDate, dateReponse: anyDate })),
    ...dated(dsDates),
  },
  { requiredKeys: ['number'] },
);

const hubeeStatus = mostly(
  fc.constantFrom(
    'HUBEE_NOTIFIED',
    'SENT',
    'SI_RECEIVED',
    'SI_INTG_ERROR',
    'IN_PROGRESS',
    'ADD_AWAITING',
    'REFUSED',
    'DONE',
    'CLOSED',
  ),
);
const hubeeDates = dated(['createDateTime', 'transmissionDateTime', 'updateDateTime', 'closeDateTime']);
const hubeeEvent = objectOf({
  id: anyId,
  transmitter: objectOf({ type: mostly(fc.constantFrom('OSL', 'SI')) }),
  message: anyText,
  actionType: mostly(fc.constantFrom('STATUS_UPDATE', 'ATTACH_DEPOSIT', 'ATTACH_DL', 'COM_ADD', 'SENDING_MESSAGE')),
  createDateTime: anyDate,
  caseCurrentStatus: hubeeStatus,
  caseNewStatus: hubeeStatus,
  attachments: manyOf(objectOf({ id: anyId, fileName: anyText })),
});
const hubeeCase = fc.record(
  {
    id: fc.oneof(fc.uuid(), fc.constantFrom('a b', 'é')),
    status: hubeeStatus,
    events: manyOf(hubeeEvent),
    ...hubeeDates,
  },
  { requiredKeys: ['id'] },
);
const hubeeFolder = fc.record(
  { id: fc.uuid(), globalStatus: hubeeStatus, cases: manyOf(hubeeCase), ...hubeeDates },
  { requiredKeys: ['id'] },
);

const serviceRequest = fc.record(
  {
    service_request_id: fc.oneof(fc.uuid(), fc.nat()),
    status: mostly(
      fc.constantFrom('open', 'closed', 'fixed', 'duplicate', 'in_progress', 'internal_referral', 'no_further_action'),
    ),
    status_notes: anyText,
    agency_responsible: anyText,
    extended_attributes: objectOf({ duplicate: mostly(fc.boolean()) }),
    ...dated(['requested_datetime', 'updated_datetime', 'expected_datetime']),
  },
  { requiredKeys: ['service_request_id'] },
);

/** Appends readings as the server does: what is known is not appended again. Each event must be one that it takes. */
function append(readings: readonly ((known: readonly DemandEvent[]) => SourceReading)[]): void {
  let known: DemandEvent[] = [];
  for (const read of readings) {
    const { events } = read(known);
    for (const event of events) {
      const checked = KnownEvent.safeParse(event);
      assert.ok(checked.success, `${JSON.stringify(checked.error?.issues)} ${JSON.stringify(event)}`);
      assert.ok(!JSON.stringify(event).match(/<script|onerror=|\\u202e/i), JSON.stringify(event));
    }
    known = [...known, ...events];
    assert.equal(new Set(known.map(({ id }) => id)).size, known.length, 'no identifier twice');
    assert.deepEqual(read(known).events, [], 'the same answer appends nothing');
    const demand = demandOn('2026-12-31', known);
    legalFacts(demand);
  }
}

describe('Any answer', () => {
  const runs = { numRuns: 300 };
  it('of Démarches simplifiées', () => {
    const options = fc.record(
      {
        notification: fc.constantFrom('platform', 'on-reading'),
        receiptAt: fc.constantFrom('filing', 'instruction'),
      } as const,
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(dossier, { minLength: 1, maxLength: 3 }), options, (answers, given) =>
        append(
          answers.map(
            (answer) => (known) =>
              mapDossier(Dossier.parse({ ...answer, number: 1 }), {
                ...given,
                known,
                dossierUrl: 'https://ds.example/dossiers/1',
              }),
          ),
        ),
      ),
      runs,
    );
  });

  it('of HubEE', () => {
    fc.assert(
      fc.property(fc.array(hubeeFolder, { minLength: 1, maxLength: 3 }), fc.boolean(), (answers, showsMessages) =>
        append(
          answers.map(
            (answer) => (known) => mapFolder(Folder.parse({ ...answer, id: 'folder' }), { known, showsMessages }),
          ),
        ),
      ),
      runs,
    );
    fc.assert(
      fc.property(fc.array(hubeeCase, { minLength: 1, maxLength: 3 }), (answers) =>
        append(answers.map((answer) => (known) => mapCase(Case.parse({ ...answer, id: 'case' }), { known }))),
      ),
      runs,
    );
  });

  it('of Open311', () => {
    fc.assert(
      fc.property(fc.array(serviceRequest, { minLength: 1, maxLength: 4 }), (answers) =>
        append(
          answers.map((answer) => (known) => {
            const [request] = readServiceRequests([{ ...answer, service_request_id: '1' }]) ?? [];
            return mapRequest(request ?? assert.fail(), { known });
          }),
        ),
      ),
      runs,
    );
  });
});
