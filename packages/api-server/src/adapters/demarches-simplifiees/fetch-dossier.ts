/**
 * Asks the GraphQL API of Démarches simplifiées (POST, bearer token of an administrator: it sees every dossier of the
 * procedure, so that neither it nor an answer ever goes to a page).
 */
import { z } from 'zod';
import type { ChangedDemands } from '../demand-source.ts';
import { DemandSourceError, type SourceFault } from '../source-error.ts';
import { askSource } from '../source-request.ts';
import { changedQuery, Dossier, dossierQuery } from './dossier.ts';
import { system } from './map-dossier.ts';

export type DossierConnection = {
  /** Of the API: `https://demarche.numerique.gouv.fr/api/v2/graphql`, or that of another instance. */
  readonly url: string;
  readonly token: string;
  /** Milliseconds. */
  readonly timeout?: number | undefined;
  /** Does the procedure hide its decisions until they are asked for (« accusé de lecture »)? */
  readonly hasReadingNotice?: boolean;
};

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ extensions: z.object({ code: z.string() }).partial().nullish().catch(undefined) }).catch({}))
    .nullish()
    .catch([{}]),
});

/** Codes in `extensions` of its errors; the messages beside them may repeat what was asked. */
const faults = new Map<string | undefined, SourceFault>([
  ['not_found', 'not-found'],
  ['unauthorized', 'unauthorised'],
  ['forbidden', 'unauthorised'],
  ['timeout', 'timeout'],
  ['internal_server_error', 'unavailable'],
]);

/** @throws DemandSourceError, or the reason of the signal. */
export async function fetchDossier(
  connection: DossierConnection,
  number: number,
  signal?: AbortSignal,
): Promise<Dossier> {
  const query = dossierQuery(connection.hasReadingNotice ?? false);
  const { dossier } = await ask(connection, query, { number }, signal);
  if (dossier === null || dossier === undefined) throw new DemandSourceError(system, 'not-found', 'no such dossier');
  const read = Dossier.safeParse(dossier);
  if (!read.success) throw new DemandSourceError(system, 'malformed', 'a dossier without its number');
  return read.data;
}

const Page = z.object({
  dossiers: z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    nodes: z.array(z.object({ number: z.number() }).nullable()),
  }),
});

/**
 * Dossiers of a procedure changed since an instant, page after page.
 *
 * @param mostPages Of 100 dossiers.
 */
export async function fetchChanged(
  connection: DossierConnection,
  procedure: number,
  since: string,
  { signal, mostPages = 50 }: { signal?: AbortSignal | undefined; mostPages?: number } = {},
): Promise<ChangedDemands> {
  const references: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { demarche } = await ask(connection, changedQuery, { number: procedure, since, after }, signal);
    if (demarche === null || demarche === undefined)
      throw new DemandSourceError(system, 'not-found', 'no such procedure');
    const read = Page.safeParse(demarche);
    if (!read.success) throw new DemandSourceError(system, 'malformed', 'a list of dossiers without its pages');
    const { nodes, pageInfo } = read.data.dossiers;
    for (const node of nodes) if (node) references.push(String(node.number));
    // A cursor that stays would be asked for again and again.
    if (!pageInfo.hasNextPage || !pageInfo.endCursor || pageInfo.endCursor === after)
      return { references, isComplete: !pageInfo.hasNextPage };
    after = pageInfo.endCursor;
  }
  return { references, isComplete: false };
}

async function ask(
  { url, token, timeout }: DossierConnection,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const body = await askSource({ system, timeout }, new URL(url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const answer = Answer.safeParse(body);
  if (!answer.success) throw new DemandSourceError(system, 'malformed', 'not an answer of GraphQL');
  const { data, errors } = answer.data;
  const isAnswered = data && Object.values(data).some((one) => one !== null && one !== undefined);
  if (isAnswered) return data;
  if (errors?.length) {
    const code = errors.map((one) => one.extensions?.code).find(Boolean);
    const says = code === undefined ? 'refused the question' : `refused the question: ${code.slice(0, 40)}`;
    throw new DemandSourceError(system, faults.get(code) ?? 'refused', says);
  }
  if (!data) throw new DemandSourceError(system, 'malformed', 'an answer of GraphQL without data');
  return data;
}
