/** Example messages, shown in the OpenAPI document and held to their schemas by a test. All of it is invented. */
import type { Answer, AnswerDraft } from './answer.ts';
import type { Contact } from './contact.ts';
import type { Results } from './results.ts';
import type { FeedbackFollowUp, FeedbackReceipt, FeedbackSubmission } from './feedback.ts';
import type { Moderation } from './moderation.ts';
import type { Opinion } from './opinion.ts';
import type { Problem } from './problem.ts';
import type { Service } from './service.ts';

const opinion: Opinion = {
  ratings: [
    { question: 'overall', scale: 'three', value: 3 },
    { question: 'delay', scale: 'three', value: 2 },
  ],
  story: {
    title: 'Une carte d’identité en trois semaines',
    happened: 'J’ai pris rendez-vous en ligne et déposé mon dossier au guichet.',
    wentWell: 'L’accueil, très patient.',
  },
  date: '2026-10',
  procedure: 'Carte d’identité',
  channels: ['online', 'counter'],
  pseudonym: 'Une habitante du centre',
  publish: true,
  language: 'fr',
};

const answer: Answer = {
  id: '0a8f1a3e-5b0e-4f0e-9f57-2f4a4f0f7f10',
  body: 'Merci pour votre récit. Nous ouvrons un créneau de plus le samedi.',
  signature: 'Le service état civil',
  outcome: 'planned',
  answeredAt: '2026-11-05T09:12:00.000Z',
};

const submission: FeedbackSubmission = { opinion, guard: { elapsed: 42_000 } };

const receipt: FeedbackReceipt = {
  reference: 'A7K3-M9QX',
  secret: '7D1Q-0ZRW-K4TN-9HXB-52MC',
  version: 1,
  receivedAt: '2026-11-02T08:30:00.000Z',
  answerBy: '2026-11-17T08:30:00.000Z',
  erasedAt: '2029-11-01T08:30:00.000Z',
};

const followUp: FeedbackFollowUp = {
  reference: receipt.reference,
  version: 1,
  status: 'accepted',
  receivedAt: receipt.receivedAt,
  updatedAt: answer.answeredAt,
  opinion,
  publishedAt: '2026-11-03T10:00:00.000Z',
  answers: [answer],
  erasedAt: receipt.erasedAt,
};

const service: Service = {
  id: 'mairie-exemple',
  name: 'Mairie de Valmont-sur-Seille',
  scale: 'three',
  procedures: ['Carte d’identité', 'Acte de naissance'],
  tags: ['accueil', 'délai'],
  answerDays: 15,
  keepEmailDays: 365,
  keepDays: 1095,
  proofOfWork: false,
};

const draft: AnswerDraft = { body: answer.body, signature: answer.signature, outcome: answer.outcome };
const moderation: Moderation = { decision: 'accept', version: 1 };
const problem: Problem = {
  type: 'urn:spplus:problem:invalid-request',
  title: 'The request does not follow the contract.',
  status: 400,
  errors: [{ pointer: '/opinion/ratings', detail: 'Too small: expected array to have >=1 items' }],
};

/** Numbers are among those that Arcep keeps for fiction. */
const results: Results = {
  structure: 'Mairie de Valmont-sur-Seille',
  level: 'site',
  main: 'satisfaction',
  indicators: [
    {
      code: 'satisfaction',
      unit: '%',
      distribution: { scale: 'three', counts: [44, 80, 276] },
      period: { from: '2025-11-01', to: '2026-10-31' },
      target: 65,
      openSample: true,
    },
    {
      code: 'calls-answered',
      unit: '%',
      value: 93,
      n: 8200,
      period: { from: '2026-01-01', to: '2026-06-30' },
      trend: [{ period: { from: '2025-01-01', to: '2025-12-31' }, value: 88, n: 15_400 }],
      source: { name: 'Standard de la mairie' },
    },
  ],
  updated: '2026-11-05',
};

const contact: Contact = {
  name: 'Mairie de Valmont-sur-Seille',
  runBy: 'local',
  zone: 'Europe/Paris',
  territory: 'alsace-moselle',
  counter: {
    week: [
      { days: ['mo', 'tu', 'we', 'th', 'fr'], hours: ['09:00-12:00', '13:30-17:00'] },
      { days: ['sa'], hours: ['09:00-12:00'], appointment: true, nth: [1, 3] },
    ],
    exceptions: [{ from: '2026-12-24', hours: ['09:00-12:00'], reason: 'Veille de Noël' }],
    busy: [{ days: ['mo'], hours: ['09:00-10:30'] }],
    quiet: [{ days: ['th'], hours: ['14:00-16:00'] }],
  },
  phones: [{ number: '03 53 01 57 01', purpose: 'Accueil et état civil', directAgent: true }],
  accessiblePhone: { url: 'https://relais.example/valmont', modes: ['lsf', 'lfpc', 'ttrp'] },
  emails: [{ address: 'mairie@valmont.example', purpose: 'Toute question', answerIn: '5 jours ouvrés' }],
  visitAddress: { lines: ['1, place de la Saline'], postcode: '57999', city: 'Valmont-sur-Seille' },
  languages: ['fr', 'de', 'fsl'],
  updated: '2026-11-23',
};

export const examples: Readonly<Record<string, unknown>> = {
  Answer: answer,
  AnswerDraft: draft,
  Contact: contact,
  Results: results,
  FeedbackFollowUp: followUp,
  FeedbackReceipt: receipt,
  FeedbackSubmission: submission,
  Moderation: moderation,
  Opinion: opinion,
  Problem: problem,
  Service: service,
};
