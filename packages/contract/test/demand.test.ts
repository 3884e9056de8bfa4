/** Demands on the wire: what the fold of domain/demand reads is accepted as it is, and nothing that a page could not bear. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DemandRegistration } from '@spplus/contract/demand';
import { DemandEvent } from '@spplus/contract/demand-event';
import { ProcedureProfile, Territory } from '@spplus/contract/procedure';
import { foldDemand } from '@spplus/domain/demand';
import type { DemandEvent as FoldedEvent, EventType, UnknownEvent } from '@spplus/domain/demand-event';
import type { Territory as DomainTerritory } from '@spplus/domain/french-territory';
import { documentAccess, planningPermission, type ProcedureProfile as Profile } from '@spplus/domain/procedure-profile';

type Details<Type extends EventType> = Omit<Extract<FoldedEvent, { type: Type }>, keyof UnknownEvent>;

const action = {
  id: 'a1',
  label: 'Un justificatif de domicile',
  dueOn: '2026-04-10',
  items: ['Facture'],
  why: 'L114-5',
};
const holder = { name: 'Préfecture', contact: { name: 'Préfecture', website: 'https://prefecture.example/' } };
const delay = { form: 'fixed', max: 2, unit: 'month', basisFrom: 'filing' } as const;

/** One of each type, with all that it may bring: the compiler asks for one more when the domain has one more. */
const details: { [Type in EventType]: Details<Type> } = {
  'draft-created': {},
  submitted: { channel: 'post', receivedOn: '2026-03-02', postmarkedOn: '2026-02-27' },
  registered: { receivedOn: '2026-03-02' },
  acknowledged: {
    receivedOn: '2026-03-02',
    receipt: {
      channel: 'electronic',
      of: 'demand',
      service: { name: 'Mairie', phone: '03 53 01 57 01' },
      silence: 'reject',
      deemedOn: '2026-05-02',
      saysIfComplete: true,
      appeal: { limits: 'Deux mois', routes: 'Tribunal' },
      missing: { pieces: ['Facture'], limit: '2026-04-10', saysEffect: true },
    },
  },
  transferred: { to: holder, reason: 'not-competent', documents: ['Formulaire'] },
  'received-by-competent': { receivedOn: '2026-03-09', holder },
  'completeness-confirmed': {},
  'documents-requested': { action },
  'documents-supplied': { actionId: 'a1', partial: true, postmarkedOn: '2026-03-20' },
  'correction-requested': { action: { ...action, blocking: false, url: 'https://mairie.example/corriger' } },
  'correction-made': { actionId: 'a1' },
  'question-asked': { action },
  'question-answered': { actionId: 'a1' },
  'action-required': { action: { ...action, kind: 'pay' } },
  'action-done': { actionId: 'a1' },
  'action-cancelled': { actionId: 'a1' },
  'step-entered': { step: { id: 's1', label: 'Commission', description: 'Elle se réunit le jeudi.' } },
  'delay-announced': { delay },
  'delay-revised': { delay: { form: 'personalised', date: '2026-06-01' }, reason: 'Une enquête' },
  'answer-extended': {},
  'system-decision-scheduled': { day: '2026-05-02' },
  'opinion-requested': {},
  'opinion-received': { requestId: 'o1' },
  'decision-made': { outcome: 'granted', conditional: true },
  'decision-notified': { routesStated: true, notice: 'registered' },
  'decision-read': {},
  'implicit-decision': { silence: 'reject' },
  'appeal-filed': { kind: 'gracieux' },
  'appeal-decided': { appealId: 'p1', outcome: 'refused' },
  'mediation-started': {},
  'mediation-ended': { appealId: 'm1' },
  'reasons-requested': {},
  'reasons-given': { appealId: 'r1' },
  withdrawn: {},
  reopened: { stage: 'received' },
  merged: { into: 'A7K3' },
  closed: {},
  'retention-announced': { deleteOn: '2027-05-02' },
  deleted: {},
  'message-posted': {},
  'document-issued': { document: { id: 'd1', kind: 'decision', label: 'Décision', url: 'https://mairie.example/d1' } },
  'notification-failed': {},
  'delivery-failed': {},
};

const common = {
  id: 'e-1',
  at: '2026-03-02T09:30:00+01:00',
  actor: { kind: 'service', label: 'Service instructeur' },
  visibility: 'user',
} as const;
const full = {
  ...common,
  caseId: 'c1',
  text: 'Bonjour.',
  links: [{ label: 'Aide', url: 'https://mairie.example/aide' }],
  source: { system: 'hubee', rawStatus: 'IN_PROGRESS' },
};
const pathsOf = (value: unknown): string[] => {
  const result = DemandEvent.safeParse(value);
  return result.success ? [] : (JSON.stringify(result.error.issues).match(/"path":\[[^\]]*\]/g) ?? []);
};

test('every type of event of the domain is accepted, with all that it may bring', () => {
  for (const [type, its] of Object.entries(details)) {
    const event = { ...full, ...its, type };
    assert.deepEqual(DemandEvent.parse(event), event, type);
  }
});

test('what the contract accepts is what the fold reads: the types agree', () => {
  const any = (event: DemandEvent): FoldedEvent | UnknownEvent => event;
  const profile = (given: ProcedureProfile): Profile => given;
  const back = (given: DomainTerritory): ProcedureProfile['territory'] => given;
  const events = Object.entries(details).map(([type, its], index) =>
    any(DemandEvent.parse({ ...common, ...its, type, id: `e-${index}` })),
  );
  const clock = { zone: 'Europe/Paris', territory: back('metropole'), now: Date.parse('2026-03-02T12:00:00Z') };
  assert.equal(foldDemand(events, clock).stage, 'closed');
  for (const given of [documentAccess, planningPermission({ months: 3 })])
    assert.deepEqual(
      profile(ProcedureProfile.parse({ ...given, territory: Territory.options[1] })).silence,
      given.silence,
    );
});

test('an event of a type that nobody knows yet keeps what all events have, and nothing else', () => {
  const event = { ...full, type: 'biometrics-taken' };
  assert.deepEqual(DemandEvent.parse({ ...event, fingerprint: 'secret', outcome: 'granted' }), event);
});

test('a known type whose parts are wrong does not pass for an unknown one', () => {
  for (const wrong of [
    { ...common, type: 'submitted', channel: 'pigeon' },
    { ...common, type: 'decision-made' },
    { ...common, type: 'documents-requested', action: { id: 'a1' } },
    { ...common, type: 'retention-announced', deleteOn: '2026-02-30' },
  ])
    assert.ok(!DemandEvent.safeParse(wrong).success, wrong.type);
});

test('what a page cannot bear is refused where it stands', () => {
  const event = { ...common, type: 'message-posted' };
  for (const [wrong, path] of [
    [{ at: '2026-03-02T09:30:00' }, 'at'],
    [{ at: '2026-02-30T09:30:00Z' }, 'at'],
    [{ at: '2026-03-02T24:30:00Z' }, 'at'],
    [{ id: 'deux mots' }, 'id'],
    [{ id: '' }, 'id'],
    [{ text: 'x'.repeat(10_001) }, 'text'],
    [{ links: [{ label: 'Aide', url: 'javascript:alert(1)' }] }, 'url'],
    [{ links: Array(21).fill(full.links[0]) }, 'links'],
    [{ visibility: 'public' }, 'visibility'],
    [{ actor: { kind: 'robot' } }, 'kind'],
    [{ type: 'Not a type' }, 'type'],
  ] as const)
    assert.match(pathsOf({ ...event, ...wrong }).join(), new RegExp(`"${path}"\\]`), path);
});

test('the last day that a calendar of the web can write, and HTML as text, are accepted as they are', () => {
  const event = {
    ...common,
    at: '9999-12-31T23:59:59.999Z',
    type: 'message-posted',
    text: '<img src=x onerror=alert(1)>',
  };
  assert.deepEqual(DemandEvent.parse(event), event);
});

test('a registration needs its procedure and what silence is worth; the rest has plain defaults', () => {
  const least = { procedure: { name: 'Permis' }, profile: { silence: 'unknown', territory: 'metropole' } };
  assert.deepEqual(DemandRegistration.parse(least), {
    ...least,
    zone: 'Europe/Paris',
    allows: [],
    notifications: [],
    redacted: [],
    events: [],
  });
  for (const wrong of [
    { procedure: least.procedure },
    { ...least, profile: { silence: 'accept', territory: 'la lune' } },
    { ...least, profile: { ...least.profile, period: {} } },
    { ...least, zone: 'Europe/Seille' },
    { ...least, recap: [{ title: 'Vous', origin: 'rumour', items: [] }] },
    { ...least, events: Array(501).fill({ ...common, type: 'closed' }) },
  ])
    assert.ok(!DemandRegistration.safeParse(wrong).success);
});
