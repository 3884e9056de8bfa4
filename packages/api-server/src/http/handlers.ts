/** One handler per operation of the contract: from a checked call to an answer. */
import { Contact } from '@spplus/contract/contact';
import { FeedbackStatus } from '@spplus/contract/feedback';
import { AnswerDraft, Usefulness } from '@spplus/contract/answer';
import { FeedbackCorrection, FeedbackSubmission } from '@spplus/contract/feedback';
import { Moderation } from '@spplus/contract/moderation';
import type { OperationId } from '@spplus/contract/operations';
import { Results } from '@spplus/contract/results';
import type { Service } from '@spplus/contract/service';
import { demandHandlers } from '../demands/handlers.ts';
import { requireRight, type Agent } from '../agent/authenticate.ts';
import { answerFeedback, readAnswer } from '../feedback/answer.ts';
import { correctFeedback, rateAnswer, withdrawFeedback } from '../feedback/change-feedback.ts';
import { createFeedback, findCreated } from '../feedback/create-feedback.ts';
import { listExperiences } from '../feedback/experiences.ts';
import { exportPerson, followFeedback } from '../feedback/follow-feedback.ts';
import { moderate, readQueueItem } from '../feedback/moderation.ts';
import { listQueue } from '../feedback/queue.ts';
import { fingerprint, sha256 } from '../feedback/receipt-code.ts';
import { checkProof, newChallenge } from '../guard/proof-of-work.ts';
import { findContact, removeContact, storeContact } from '../services/contact.ts';
import { improvementHandlers } from '../improvements/improvement-handlers.ts';
import { publishResults, withdrawResults } from '../results/service-results.ts';
import type { ServiceRecord } from '../services/service-directory.ts';
import { badgeAnswer } from './badge.ts';
import { idempotencyKey, keyOf, once, type Call } from './call.ts';
import { exportFile } from './export-file.ts';
import { ProblemError } from './problem-error.ts';
import { readBody, readLimit } from './read-body.ts';
import { cacheable, empty, json } from './respond.ts';

const publicService = ({ id, name, settings }: ServiceRecord): Service => {
  const { scale, procedures, tags, answerDays, keepEmailDays, keepDays, proofOfWork, contactUrl, privacyUrl } =
    settings;
  return {
    id,
    name,
    scale,
    procedures,
    tags,
    ...(answerDays !== undefined && { answerDays }),
    keepEmailDays,
    keepDays,
    proofOfWork,
    ...(contactUrl && { contactUrl }),
    ...(privacyUrl && { privacyUrl }),
  };
};

async function sendFeedback(call: Call): Promise<Response> {
  const { server, request, now, address, service } = call;
  const { arrivals, config, database, metrics } = server;
  const key = idempotencyKey(call);
  const submission = await readBody(request, FeedbackSubmission, config.bodyLimit);
  const instanceKey = await server.instanceKey();
  const { settings } = service;
  if (settings.proofOfWork) {
    // A repetition needs no second proof: the first was used up with the opinion it came with.
    const contentHash = fingerprint(key, JSON.stringify(submission.opinion));
    const earlier = await findCreated(database.pool, instanceKey, service, sha256(key), contentHash);
    if (earlier) return json(earlier, 201);
  }
  const receipt = await createFeedback(database.pool, arrivals, instanceKey, {
    service,
    submission,
    key,
    address,
    now,
    ratePerAddress: settings.ratePerAddress ?? config.ratePerAddress,
    isWithinService: await server.allowance.take(service.id, settings.ratePerService ?? config.ratePerService, now),
    proof: settings.proofOfWork ? await checkProof(instanceKey, service.id, submission.guard.proof, now) : undefined,
  });
  metrics.opinionReceived();
  return json(receipt, 201);
}

const mayAnswer = ({ rights }: Agent): boolean => rights.includes('answer');

/** Calendar dates of `?from=` and `?to=`, both included. */
function readDay(name: string, given: string | undefined): Date | undefined {
  if (given === undefined) return undefined;
  const date = new Date(`${given}T00:00:00Z`);
  // JavaScript rolls 30 February over to 2 March: a date that does not come back as it was is refused.
  if (!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === given) return date;
  throw new ProblemError('invalid-request', { detail: `${name} is a date such as 2026-11-23.` });
}

function readStatus(given: string | undefined): FeedbackStatus | undefined {
  if (given === undefined) return undefined;
  const status = FeedbackStatus.safeParse(given);
  if (status.success) return status.data;
  throw new ProblemError('invalid-request', { detail: 'status is pending, accepted, refused or withdrawn.' });
}

const noResults = () => new ProblemError('not-found', { detail: 'This service has no results yet.' });

async function resultsOf({ server, service, now }: Call): Promise<Results> {
  const results = await server.results.read(service, now);
  if (!results) throw noResults();
  return results;
}

const noContact = () => new ProblemError('not-found', { detail: 'This service has no contact.' });

export const handlers: Record<OperationId, (call: Call) => Promise<Response>> = {
  ...demandHandlers,

  getService: async ({ request, service }) => cacheable(request, publicService(service), 60),

  async getContact({ server, request, service }) {
    const kept = await findContact(server.database.db, service.id);
    if (!kept) throw noContact();
    return cacheable(request, kept.contact, 60);
  },

  getResults: async (call) => cacheable(call.request, await resultsOf(call), 300),

  getBadge: async (call) => badgeAnswer(call, await resultsOf(call), 'svg'),

  getBadgeData: async (call) => badgeAnswer(call, await resultsOf(call), 'json'),

  ...improvementHandlers,

  getChallenge: async ({ server, service, now }) =>
    json(await newChallenge(await server.instanceKey(), service.id, now)),

  sendFeedback,

  followFeedback: async ({ server, service, reference }) =>
    json(await followFeedback(server.database.db, service, reference)),

  async correctFeedback(call) {
    const { server, request, now, service, reference } = call;
    const correction = await readBody(request, FeedbackCorrection, server.config.bodyLimit);
    await once(call, correction, (db) => correctFeedback(db, now, keyOf(call), correction));
    return json(await followFeedback(server.database.db, service, reference));
  },

  async withdrawFeedback(call) {
    await once(call, null, (db) => withdrawFeedback(db, call.now, keyOf(call)));
    return empty();
  },

  async exportFeedback({ server, now, service, reference }) {
    return json(await exportPerson(server.database.db, now, service, reference));
  },

  async rateAnswer(call) {
    const { useful } = await readBody(call.request, Usefulness, call.server.config.bodyLimit);
    await once(call, { useful }, (db) => rateAnswer(db, keyOf(call), call.answer, useful));
    return empty();
  },

  async listExperiences({ server, request, service, query }) {
    const limit = readLimit(query('limit'), { usual: 10, most: 50 });
    return cacheable(
      request,
      await listExperiences(server.database.db, { service: service.id, cursor: query('cursor'), limit }),
      15,
    );
  },

  whoAmI: async ({ agent }) => json(agent),

  async listQueue({ server, agent, service, query }) {
    requireRight(agent, service.id, 'read');
    const limit = readLimit(query('limit'), { usual: 20, most: 100 });
    const status = readStatus(query('status'));
    return json(
      await listQueue(server.database.db, {
        service: service.id,
        status,
        cursor: query('cursor'),
        limit,
        showsEmail: mayAnswer(agent),
      }),
    );
  },

  async moderate(call) {
    const { server, request, now, agent, service } = call;
    requireRight(agent, service.id, 'moderate');
    const moderation = await readBody(request, Moderation, server.config.bodyLimit);
    await once(call, moderation, (db) => moderate(db, now, { ...keyOf(call), agent: agent.name, moderation }));
    return json(await readQueueItem(server.database.db, keyOf(call), mayAnswer(agent)));
  },

  async answer(call) {
    const { server, request, now, agent, service } = call;
    requireRight(agent, service.id, 'answer');
    const draft = await readBody(request, AnswerDraft, server.config.bodyLimit);
    const id = await once(call, draft, (db) => answerFeedback(db, now, { ...keyOf(call), agent: agent.name, draft }));
    return json(await readAnswer(server.database.db, keyOf(call), id), 201);
  },

  async setContact(call) {
    const { server, request, now, agent, service } = call;
    requireRight(agent, service.id, 'contact');
    const contact = await readBody(request, Contact, server.config.bodyLimit);
    await once(call, contact, (db) => storeContact(db, now, service.id, contact));
    return empty();
  },

  async removeContact(call) {
    const { agent, service } = call;
    requireRight(agent, service.id, 'contact');
    await once(call, null, async (db) => {
      if (!(await removeContact(db, service.id))) throw noContact();
    });
    return empty();
  },

  async setResults(call) {
    const { server, request, agent, service } = call;
    requireRight(agent, service.id, 'results');
    const results = await readBody(request, Results, server.config.bodyLimit);
    await once(call, results, (db) => publishResults(db, service.id, results));
    return empty();
  },

  async removeResults(call) {
    const { agent, service } = call;
    requireRight(agent, service.id, 'results');
    await once(call, null, async (db) => {
      if (!(await withdrawResults(db, service.id))) throw noResults();
    });
    return empty();
  },

  async exportService({ server, agent, service, query }) {
    requireRight(agent, service.id, 'export');
    const format = query('format') ?? 'json';
    if (format !== 'csv' && format !== 'json')
      throw new ProblemError('invalid-request', { detail: 'format is csv or json.' });
    const from = readDay('from', query('from'));
    const last = readDay('to', query('to'));
    const to = last && new Date(last.getTime() + 86_400_000);
    return exportFile(server.database.db, { service: service.id, from, to }, format);
  },
};
