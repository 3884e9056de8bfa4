/**
 * Every operation of the HTTP API: one row, read by the server's routes, the OpenAPI document and the tests.
 * Not imported in browsers.
 */
import { AgentIdentity, QueueItem, QueuePage } from './agent.ts';
import { Answer, AnswerDraft, Usefulness } from './answer.ts';
import { Contact } from './contact.ts';
import { DemandAct } from './demand-act.ts';
import { AppendedEvents, DemandEvents, DemandOnFile, DemandPage, RegisteredDemand } from './demand-agent.ts';
import { DemandCode, DemandKey, DemandRegistration, DemandSession, LostCode, TrackedDemand } from './demand.ts';
import { ExperiencePage } from './experience.ts';
import {
  FeedbackCorrection,
  FeedbackExport,
  FeedbackFollowUp,
  FeedbackReceipt,
  FeedbackSubmission,
} from './feedback.ts';
import { ImprovementDraft, ImprovementPage } from './improvement.ts';
import { Moderation } from './moderation.ts';
import type { ProblemCode } from './problem.ts';
import { Results } from './results.ts';
import { Challenge, Service } from './service.ts';
import type * as z from 'zod/mini';

/**
 * Who may call: anyone from the service's sites, the holder of a receipt (`Receipt-Secret` header), who has opened a demand
 * (bearer), an agent (bearer).
 */
export type Access = 'public' | 'receipt' | 'session' | 'agent';

export interface Operation {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  access: Access;
  /** Does it change something? Then it takes an `Idempotency-Key`. */
  writes: boolean;
  summary: string;
  query?: readonly string[];
  request?: z.ZodMiniType;
  /** Status of success and the shape of its answer; `null` for an empty one, `'file'` for a download. */
  success: 200 | 201 | 202 | 204;
  response: z.ZodMiniType | null | 'file';
  /** Types of the file, CSV and JSON where nothing is said. */
  media?: readonly string[];
  problems: readonly ProblemCode[];
}

const feedback = '/v1/services/{service}/feedback';
const one = `${feedback}/{reference}`;
const agent = '/v1/agent/services/{service}';
const demands = '/v1/demands';
const demand = `${agent}/demands/{reference}`;

export const operations = {
  getService: {
    method: 'get',
    path: '/v1/services/{service}',
    access: 'public',
    writes: false,
    summary: 'What a page needs to know of a service',
    success: 200,
    response: Service,
    problems: ['not-found'],
  },
  getResults: {
    method: 'get',
    path: '/v1/services/{service}/results',
    access: 'public',
    writes: false,
    summary: 'How good a service is: published by its team, and computed from accepted opinions',
    success: 200,
    response: Results,
    problems: ['not-found'],
  },
  getBadge: {
    method: 'get',
    path: '/v1/services/{service}/badge.svg',
    access: 'public',
    writes: false,
    query: ['indicator', 'lang', 'theme'],
    summary: 'The main result as a picture, for pages without a script',
    success: 200,
    response: 'file',
    media: ['image/svg+xml'],
    problems: ['invalid-request', 'not-found'],
  },
  getBadgeData: {
    method: 'get',
    path: '/v1/services/{service}/badge.json',
    access: 'public',
    writes: false,
    query: ['indicator', 'lang'],
    summary: 'What the picture says, as data',
    success: 200,
    response: 'file',
    media: ['application/json'],
    problems: ['invalid-request', 'not-found'],
  },
  listImprovements: {
    method: 'get',
    path: '/v1/services/{service}/improvements',
    access: 'public',
    writes: false,
    query: ['cursor', 'limit', 'commitment', 'level'],
    summary: 'What people asked for and what was done about it, newest first',
    success: 200,
    response: ImprovementPage,
    problems: ['invalid-request', 'not-found'],
  },
  improvementsRss: {
    method: 'get',
    path: '/v1/services/{service}/improvements.rss',
    access: 'public',
    writes: false,
    summary: 'The latest improvements as RSS 2.0',
    success: 200,
    response: 'file',
    media: ['application/rss+xml'],
    problems: ['not-found'],
  },
  improvementsFeed: {
    method: 'get',
    path: '/v1/services/{service}/improvements.json',
    access: 'public',
    writes: false,
    summary: 'The latest improvements as JSON Feed 1.1',
    success: 200,
    response: 'file',
    media: ['application/feed+json'],
    problems: ['not-found'],
  },
  getContact: {
    method: 'get',
    path: '/v1/services/{service}/contact',
    access: 'public',
    writes: false,
    summary: 'How and when to reach a service',
    success: 200,
    response: Contact,
    problems: ['not-found'],
  },
  getChallenge: {
    method: 'get',
    path: '/v1/services/{service}/challenge',
    access: 'public',
    writes: false,
    summary: 'A proof-of-work challenge (ALTCHA)',
    success: 200,
    response: Challenge,
    problems: ['not-found'],
  },
  sendFeedback: {
    method: 'post',
    path: feedback,
    access: 'public',
    writes: true,
    summary: 'Send an opinion and get its receipt',
    request: FeedbackSubmission,
    success: 201,
    response: FeedbackReceipt,
    problems: [
      'invalid-request',
      'not-found',
      'site-not-allowed',
      'in-progress',
      'key-reused',
      'proof-required',
      'too-large',
      'unsupported-media',
    ],
  },
  followFeedback: {
    method: 'get',
    path: one,
    access: 'receipt',
    writes: false,
    summary: 'Where an opinion stands, with its answers',
    success: 200,
    response: FeedbackFollowUp,
    problems: ['not-found'],
  },
  correctFeedback: {
    method: 'put',
    path: one,
    access: 'receipt',
    writes: true,
    summary: 'Complete or correct an opinion',
    request: FeedbackCorrection,
    success: 200,
    response: FeedbackFollowUp,
    problems: [
      'invalid-request',
      'not-found',
      'stale-version',
      'not-possible',
      'key-reused',
      'too-large',
      'unsupported-media',
    ],
  },
  withdrawFeedback: {
    method: 'delete',
    path: one,
    access: 'receipt',
    writes: true,
    summary: 'Withdraw an opinion and erase what it held',
    success: 204,
    response: null,
    problems: ['not-found'],
  },
  exportFeedback: {
    method: 'get',
    path: `${one}/export`,
    access: 'receipt',
    writes: false,
    summary: 'Everything held about an opinion',
    success: 200,
    response: FeedbackExport,
    problems: ['not-found'],
  },
  rateAnswer: {
    method: 'put',
    path: `${one}/answers/{answer}/usefulness`,
    access: 'receipt',
    writes: true,
    summary: 'Say whether an answer was useful',
    request: Usefulness,
    success: 204,
    response: null,
    problems: ['invalid-request', 'not-found', 'unsupported-media'],
  },
  listExperiences: {
    method: 'get',
    path: '/v1/services/{service}/experiences',
    access: 'public',
    writes: false,
    query: ['cursor', 'limit'],
    summary: 'Published experiences, newest first',
    success: 200,
    response: ExperiencePage,
    problems: ['invalid-request', 'not-found'],
  },
  whoAmI: {
    method: 'get',
    path: '/v1/agent',
    access: 'agent',
    writes: false,
    summary: 'What this token may do',
    success: 200,
    response: AgentIdentity,
    problems: ['unauthorized'],
  },
  listQueue: {
    method: 'get',
    path: `${agent}/feedback`,
    access: 'agent',
    writes: false,
    query: ['status', 'cursor', 'limit'],
    summary: 'Opinions, those flagged for distress or threat first, then the oldest',
    success: 200,
    response: QueuePage,
    problems: ['invalid-request', 'unauthorized', 'forbidden', 'not-found'],
  },
  moderate: {
    method: 'put',
    path: `${agent}/feedback/{reference}/moderation`,
    access: 'agent',
    writes: true,
    summary: 'Accept or refuse an opinion',
    request: Moderation,
    success: 200,
    response: QueueItem,
    problems: [
      'invalid-request',
      'unauthorized',
      'forbidden',
      'not-found',
      'stale-version',
      'not-possible',
      'unsupported-media',
    ],
  },
  answer: {
    method: 'post',
    path: `${agent}/feedback/{reference}/answers`,
    access: 'agent',
    writes: true,
    summary: 'Answer an opinion',
    request: AnswerDraft,
    success: 201,
    response: Answer,
    problems: [
      'invalid-request',
      'unauthorized',
      'forbidden',
      'not-found',
      'not-possible',
      'key-reused',
      'in-progress',
      'unsupported-media',
    ],
  },
  setContact: {
    method: 'put',
    path: `${agent}/contact`,
    access: 'agent',
    writes: true,
    summary: 'Replace how to reach a service; a field that the schema does not name is refused',
    request: Contact,
    success: 204,
    response: null,
    problems: ['unauthorized', 'forbidden', 'not-found'],
  },
  removeContact: {
    method: 'delete',
    path: `${agent}/contact`,
    access: 'agent',
    writes: true,
    summary: 'Say no more how to reach a service',
    success: 204,
    response: null,
    problems: ['unauthorized', 'forbidden', 'not-found'],
  },
  setResults: {
    method: 'put',
    path: `${agent}/results`,
    access: 'agent',
    writes: true,
    summary: 'Replace the results that the team publishes; those computed from opinions stay beside them',
    request: Results,
    success: 204,
    response: null,
    problems: ['unauthorized', 'forbidden', 'not-found'],
  },
  removeResults: {
    method: 'delete',
    path: `${agent}/results`,
    access: 'agent',
    writes: true,
    summary: 'Take back the results that the team publishes',
    success: 204,
    response: null,
    problems: ['unauthorized', 'forbidden', 'not-found'],
  },
  publishImprovement: {
    method: 'put',
    path: `${agent}/improvements/{improvement}`,
    access: 'agent',
    writes: true,
    summary: 'Publish what was done about a demand, under a name of yours, or correct it',
    request: ImprovementDraft,
    success: 204,
    response: null,
    problems: ['unauthorized', 'forbidden', 'not-found'],
  },
  withdrawImprovement: {
    method: 'delete',
    path: `${agent}/improvements/{improvement}`,
    access: 'agent',
    writes: true,
    summary: 'Take an entry back',
    success: 204,
    response: null,
    problems: ['unauthorized', 'forbidden', 'not-found'],
  },
  openDemand: {
    method: 'post',
    path: `${demands}/session`,
    access: 'public',
    writes: false,
    summary: 'Open a demand with its reference and its secret, for a short while',
    request: DemandKey,
    success: 201,
    response: DemandSession,
    problems: ['not-found', 'site-not-allowed'],
  },
  closeDemand: {
    method: 'delete',
    path: `${demands}/session`,
    access: 'session',
    writes: false,
    summary: 'Leave: the token opens nothing more',
    success: 204,
    response: null,
    problems: ['unauthorized', 'not-found', 'site-not-allowed'],
  },
  currentDemand: {
    method: 'get',
    path: `${demands}/current`,
    access: 'session',
    writes: false,
    summary: 'The demand that is open, as the person may see it; asked again by its ETag',
    success: 200,
    response: TrackedDemand,
    problems: ['unauthorized', 'not-found'],
  },
  actOnDemand: {
    method: 'post',
    path: `${demands}/current/events`,
    access: 'session',
    writes: true,
    summary: 'Answer, correct, say what was supplied, read the decision or withdraw, where that is open',
    request: DemandAct,
    success: 200,
    response: TrackedDemand,
    problems: ['unauthorized', 'not-found', 'not-possible'],
  },
  reportLostCode: {
    method: 'post',
    path: `${demands}/lost-code`,
    access: 'public',
    writes: false,
    summary: 'Say that a secret is lost; whether the demand exists is not told',
    request: LostCode,
    success: 202,
    response: null,
    problems: ['site-not-allowed'],
  },
  listDemands: {
    method: 'get',
    path: `${agent}/demands`,
    access: 'agent',
    writes: false,
    query: ['lost', 'cursor', 'limit'],
    summary: 'Demands of a service, newest first; with `lost=true`, those whose secret was said to be lost',
    success: 200,
    response: DemandPage,
    problems: ['invalid-request', 'unauthorized', 'forbidden', 'not-found'],
  },
  registerDemand: {
    method: 'post',
    path: `${agent}/demands`,
    access: 'agent',
    writes: true,
    summary: 'Register a demand; its secret is in the answer and nowhere else',
    request: DemandRegistration,
    success: 201,
    response: RegisteredDemand,
    problems: ['unauthorized', 'forbidden', 'not-found', 'not-possible'],
  },
  readDemand: {
    method: 'get',
    path: demand,
    access: 'agent',
    writes: false,
    summary: 'Everything held about a demand',
    success: 200,
    response: DemandOnFile,
    problems: ['unauthorized', 'forbidden', 'not-found'],
  },
  appendDemandEvents: {
    method: 'post',
    path: `${demand}/events`,
    access: 'agent',
    writes: true,
    summary:
      'Append what happened: a delay announced, pieces asked for, a decision, …; each event once by its identifier',
    request: DemandEvents,
    success: 200,
    response: AppendedEvents,
    problems: ['unauthorized', 'forbidden', 'not-found', 'not-possible'],
  },
  replaceDemandSecret: {
    method: 'post',
    path: `${demand}/secret`,
    access: 'agent',
    writes: true,
    summary: 'Make another secret: the former one and all that it opened are closed',
    success: 200,
    response: DemandCode,
    problems: ['unauthorized', 'forbidden', 'not-found'],
  },
  exportService: {
    method: 'get',
    path: `${agent}/export`,
    access: 'agent',
    writes: false,
    query: ['format', 'from', 'to'],
    summary: 'Opinions of a service as CSV or JSON, without e-mails',
    success: 200,
    response: 'file',
    problems: ['invalid-request', 'unauthorized', 'forbidden', 'not-found'],
  },
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;

/** What any operation may answer besides its own problems. */
export const commonProblems = [
  'too-many-requests',
  'internal',
  'unavailable',
] as const satisfies readonly ProblemCode[];
const writeProblems = ['invalid-request', 'site-not-allowed', 'in-progress', 'key-reused'] as const;
const bodyProblems = ['invalid-request', 'too-large', 'unsupported-media'] as const;

/** Every problem an operation may answer: its own, those of any write and of any body, and the common ones. */
export const problemsOf = ({ problems, writes, request }: Operation): ProblemCode[] => [
  ...new Set([...problems, ...(writes ? writeProblems : []), ...(request ? bodyProblems : []), ...commonProblems]),
];
