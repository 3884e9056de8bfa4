/** The operations on demands: from a checked call to an answer. */
import { DemandAct } from '@spplus/contract/demand-act';
import { DemandEvents } from '@spplus/contract/demand-agent';
import { DemandKey, DemandRegistration, LostCode } from '@spplus/contract/demand';
import type { OperationId } from '@spplus/contract/operations';
import { readDemandReference } from '@spplus/domain/demand-code';
import { requireRight } from '../agent/authenticate.ts';
import { idempotencyKey, keyOf, once, type Call } from '../http/call.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readBody, readLimit } from '../http/read-body.ts';
import { accepted, empty, isKnownTag, json, privateJson } from '../http/respond.ts';
import { eventOfAct } from './act.ts';
import { appendEvents, shortfallsOf, type Appended } from './append-events.ts';
import { demandSecretFor } from './demand-code.ts';
import { readDemand, readEvents } from './demand-row.ts';
import { listDemands } from './list-demands.ts';
import { recordLostCode } from './lost-code.ts';
import { codeMadeBy, registerDemand, replaceSecret } from './register-demand.ts';
import { endSession, openSession } from './session.ts';
import { demandOnFile, tagOf, trackedDemand } from './tracked-demand.ts';
import { countTry } from './tries.ts';

type Handler = (call: Call) => Promise<Response>;

/** The whole body of a try is read, and counted, before anything is looked up. */
async function openDemand(call: Call): Promise<Response> {
  const { server, request, now } = call;
  const typed = await readBody(request, DemandKey, server.config.bodyLimit);
  try {
    await countTry(call, readDemandReference(typed.reference) ?? '');
    const session = await openSession(server.database.db, server.secrets, now, typed, server.config.sessionMinutes);
    server.metrics.demandTried('opened');
    return json(session, 201);
  } catch (error) {
    if (error instanceof ProblemError) server.metrics.demandTried(error.code === 'not-found' ? 'refused' : 'put-off');
    throw error;
  }
}

async function currentDemand(call: Call): Promise<Response> {
  const { server, request, service } = call;
  const row = await readDemand(server.database.db, keyOf(call));
  const tag = tagOf(row, service);
  if (isKnownTag(request, tag)) return privateJson(undefined, tag);
  return privateJson(trackedDemand(row, await readEvents(server.database.db, keyOf(call)), service), tag);
}

async function actOnDemand(call: Call): Promise<Response> {
  const { server, request, now, service } = call;
  const act = await readBody(request, DemandAct, server.config.bodyLimit);
  await once(call, act, async (db) => {
    // Locked first: what the act stands on must not change before it is appended.
    const row = await readDemand(db, keyOf(call), true);
    const event = eventOfAct(act, trackedDemand(row, await readEvents(db, keyOf(call)), service), now);
    await appendEvents(db, now, keyOf(call), [event], null);
  });
  server.metrics.demandEvents(1);
  return currentDemand(call);
}

async function registerOne(call: Call): Promise<Response> {
  const { server, request, now, service, agent } = call;
  requireRight(agent, service.id, 'demand');
  const key = idempotencyKey(call);
  const registration = await readBody(request, DemandRegistration, server.config.bodyLimit);
  const locksmith = { instanceKey: await server.instanceKey(), secrets: server.secrets };
  const registering = { service: service.id, agent: agent.name, registration, key, now };
  return json(await registerDemand(server.database.db, locksmith, registering), 201);
}

async function appendToDemand(call: Call): Promise<Response> {
  const { server, request, now, service, agent, reference } = call;
  requireRight(agent, service.id, 'demand');
  const { events } = await readBody(request, DemandEvents, server.config.bodyLimit);
  const note = await once(call, events, async (db) =>
    JSON.stringify(await appendEvents(db, now, keyOf(call), events, agent.name)),
  );
  const appended = JSON.parse(note) as Appended;
  server.metrics.demandEvents(appended.appended);
  return json({ reference, ...appended, receiptLacks: shortfallsOf(events) });
}

async function makeSecret(call: Call): Promise<Response> {
  const { server, service, agent } = call;
  requireRight(agent, service.id, 'demand');
  const { db } = server.database;
  const key = idempotencyKey(call);
  const instanceKey = await server.instanceKey();
  await readDemand(db, keyOf(call));
  const hashed = await server.secrets.make(demandSecretFor(instanceKey, keyOf(call), key));
  await once(call, null, (transaction) => replaceSecret(transaction, keyOf(call), hashed, key));
  return json(await codeMadeBy(db, instanceKey, keyOf(call), key));
}

type DemandOperation = Extract<OperationId, `${string}Demand${string}` | 'reportLostCode'>;

export const demandHandlers: Record<DemandOperation, Handler> = {
  openDemand,

  async closeDemand({ server, session }) {
    if (session) await endSession(server.database.db, session);
    return empty();
  },

  currentDemand,
  actOnDemand,

  async reportLostCode(call) {
    const { server, request, now } = call;
    const typed = await readBody(request, LostCode, server.config.bodyLimit);
    const reference = readDemandReference(typed.reference) ?? '';
    await countTry(call, reference);
    await recordLostCode(server.database.db, now, reference);
    return accepted();
  },

  async listDemands({ server, agent, service, query }) {
    requireRight(agent, service.id, 'demand');
    const limit = readLimit(query('limit'), { usual: 20, most: 100 });
    const lost = query('lost') ?? 'false';
    if (lost !== 'true' && lost !== 'false')
      throw new ProblemError('invalid-request', { detail: 'lost is true or false.' });
    return json(
      await listDemands(server.database.db, { service, onlyLost: lost === 'true', cursor: query('cursor'), limit }),
    );
  },

  registerDemand: registerOne,

  async readDemand({ server, agent, service, reference }) {
    requireRight(agent, service.id, 'demand');
    return json(await demandOnFile(server.database.db, service, reference));
  },

  appendDemandEvents: appendToDemand,
  replaceDemandSecret: makeSecret,
};
