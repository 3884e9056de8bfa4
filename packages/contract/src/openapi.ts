/** The OpenAPI 3.1 document of the API, made from the operations and their schemas. Not imported in browsers. */
import * as z from 'zod/mini';
import { AgentIdentity, QueueItem, QueuePage } from './agent.ts';
import { Answer, AnswerDraft, Usefulness } from './answer.ts';
import { Contact } from './contact.ts';
import { DemandAct } from './demand-act.ts';
import { AppendedEvents, DemandEvents, DemandOnFile, DemandPage, RegisteredDemand } from './demand-agent.ts';
import { DemandEvent } from './demand-event.ts';
import { DemandReceipt } from './demand-parts.ts';
import { DemandCode, DemandKey, DemandRegistration, DemandSession, LostCode, TrackedDemand } from './demand.ts';
import { examples } from './examples.ts';
import { ExperiencePage, PublishedExperience } from './experience.ts';
import {
  FeedbackCorrection,
  FeedbackExport,
  FeedbackFollowUp,
  FeedbackReceipt,
  FeedbackSubmission,
} from './feedback.ts';
import { ImprovementDraft, ImprovementPage } from './improvement.ts';
import { Moderation } from './moderation.ts';
import { operations, problemsOf, type Operation } from './operations.ts';
import { Opinion } from './opinion.ts';
import { problemStatus } from './problem-status.ts';
import { Problem, type ProblemCode } from './problem.ts';
import { ProcedureProfile } from './procedure.ts';
import { Results } from './results.ts';
import { Challenge, Service } from './service.ts';

/** Schemas that have a name of their own in the document. */
export const namedSchemas = {
  AgentIdentity,
  Answer,
  AnswerDraft,
  AppendedEvents,
  Challenge,
  Contact,
  DemandAct,
  DemandCode,
  DemandEvent,
  DemandEvents,
  DemandKey,
  DemandOnFile,
  DemandPage,
  DemandReceipt,
  DemandRegistration,
  DemandSession,
  ExperiencePage,
  FeedbackCorrection,
  FeedbackExport,
  FeedbackFollowUp,
  FeedbackReceipt,
  FeedbackSubmission,
  ImprovementDraft,
  ImprovementPage,
  LostCode,
  Moderation,
  Opinion,
  Problem,
  ProcedureProfile,
  PublishedExperience,
  QueueItem,
  QueuePage,
  RegisteredDemand,
  Results,
  Service,
  TrackedDemand,
  Usefulness,
} as const;

const nameOf = (schema: unknown): keyof typeof namedSchemas => {
  const found = Object.entries(namedSchemas).find(([, named]) => named === schema);
  if (!found) throw new Error('A schema of an operation has no name in openapi.ts.');
  return found[0] as keyof typeof namedSchemas;
};

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function componentSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // An object is strict for whoever writes it; a reader must live with fields that come later.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // Of TypeScript's `readonly`. Here it would say that a request may not hold it.
      delete jsonSchema.readOnly;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [
      id,
      Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$id' && name !== '$schema')),
    ]),
  );
}

const content = (schema: unknown, media = 'application/json') => {
  const name = nameOf(schema);
  const example = examples[name];
  return { [media]: { schema: reference(name), ...(example !== undefined && { example }) } };
};

const parameters = ({ path, query = [], writes }: Operation) => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  ...query.map((name) => ({ name, in: 'query', schema: { type: name === 'limit' ? 'integer' : 'string' } })),
  ...(writes ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
];

const retryable: readonly ProblemCode[] = ['in-progress', 'too-many-requests', 'unavailable'];

/** One response per status; its description lists the problems that share it. */
function problemResponses(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(codes, (code) => String(problemStatus[code]));
  return Object.fromEntries(
    [...byStatus].map(([status, shared]) => [
      status,
      {
        description: shared.map((code) => `\`urn:spplus:problem:${code}\``).join(', '),
        ...(shared.some((code) => retryable.includes(code)) && {
          headers: { 'Retry-After': { schema: { type: 'integer' } } },
        }),
        content: content(Problem, 'application/problem+json'),
      },
    ]),
  );
}

function success({
  success: status,
  response,
  media = ['text/csv', 'application/json'],
}: Operation): Record<string, unknown> {
  if (response === null) return { [status]: { description: 'Done.' } };
  if (response === 'file') {
    const file = { schema: { type: 'string' } };
    return { [status]: { description: 'The file.', content: Object.fromEntries(media.map((type) => [type, file])) } };
  }
  return { [status]: { description: 'Done.', content: content(response) } };
}

const security = {
  public: [],
  receipt: [{ receipt: [] }],
  session: [{ session: [] }],
  agent: [{ agent: [] }],
} as const;

const describe = (id: string, operation: Operation) => ({
  operationId: id,
  summary: operation.summary,
  security: security[operation.access],
  parameters: parameters(operation),
  ...(operation.request && { requestBody: { required: true, content: content(operation.request) } }),
  responses: { ...success(operation), ...problemResponses(problemsOf(operation)) },
});

let document: Record<string, unknown> | undefined;

/** The document, made once. */
export function openApiDocument(): Record<string, unknown> {
  if (document) return document;
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [id, operation] of Object.entries(operations) as [string, Operation][]) {
    (paths[operation.path] ??= {})[operation.method] = describe(id, operation);
  }
  document = {
    openapi: '3.1.0',
    info: {
      title: 'Services Publics Plus',
      version: '1.0.0',
      description:
        'Opinions on public services, their receipts and the answers to them; demands and what becomes of them. Fields a reader does not know are to be ignored: new ones may come within version 1.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      schemas: componentSchemas(),
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'The same for every repetition of one write; the server does it once.',
          schema: { type: 'string', minLength: 8, maxLength: 200 },
        },
      },
      securitySchemes: {
        receipt: { type: 'apiKey', in: 'header', name: 'Receipt-Secret', description: 'The secret of the receipt.' },
        session: { type: 'http', scheme: 'bearer', description: 'The token of an opened demand (`openDemand`).' },
        agent: { type: 'http', scheme: 'bearer', description: 'A token made with `spplus-admin tokens create`.' },
      },
    },
  };
  return document;
}
