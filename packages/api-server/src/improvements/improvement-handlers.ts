/** Operations on improvements: from a checked call to an answer. */
import { ImprovementDraft } from '@spplus/contract/improvement';
import { requireRight } from '../agent/authenticate.ts';
import { once, type Call } from '../http/call.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readBody, readLimit } from '../http/read-body.ts';
import { cacheable, cacheableText, empty } from '../http/respond.ts';
import { jsonFeed, rssFeed, type Feed } from './feeds.ts';
import { listImprovements, publishImprovement, withdrawImprovement } from './improvements.ts';

function improvementName(given: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,79}$/.test(given)) return given;
  throw new ProblemError('invalid-request', { detail: 'Name it with 1 to 80 small letters, digits and hyphens.' });
}

function readCommitment(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-8]$/.test(given)) return Number(given);
  throw new ProblemError('invalid-request', { detail: 'commitment is a number from 1 to 8.' });
}

async function feedOf({ server, request, service }: Call): Promise<Feed> {
  const { items } = await listImprovements(server.database.db, { service: service.id, limit: 20 });
  return { name: service.name, language: 'fr', self: request.url, items };
}

export const improvementHandlers = {
  async listImprovements({ server, request, service, query }: Call): Promise<Response> {
    const page = await listImprovements(server.database.db, {
      service: service.id,
      cursor: query('cursor'),
      limit: readLimit(query('limit'), { usual: 10, most: 50 }),
      commitment: readCommitment(query('commitment')),
      level: query('level'),
    });
    return cacheable(request, page, 60);
  },

  improvementsRss: async (call: Call): Promise<Response> =>
    cacheableText(call.request, rssFeed(await feedOf(call)), 'application/rss+xml; charset=utf-8', 900),

  improvementsFeed: async (call: Call): Promise<Response> =>
    cacheableText(call.request, JSON.stringify(jsonFeed(await feedOf(call))), 'application/feed+json', 900),

  async publishImprovement(call: Call): Promise<Response> {
    const { server, request, now, agent, service, improvement } = call;
    requireRight(agent, service.id, 'results');
    const draft = await readBody(request, ImprovementDraft, server.config.bodyLimit);
    const entry = { service: service.id, id: improvementName(improvement), draft };
    await once(call, draft, (db) => publishImprovement(db, now, entry));
    return empty();
  },

  async withdrawImprovement(call: Call): Promise<Response> {
    const { agent, service, improvement } = call;
    requireRight(agent, service.id, 'results');
    await once(call, null, async (db) => {
      if (!(await withdrawImprovement(db, service.id, improvement))) throw new ProblemError('not-found');
    });
    return empty();
  },
};
