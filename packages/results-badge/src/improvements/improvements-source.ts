/** Where improvements come from: the page itself, a file, or the API. Nothing here throws; what went wrong is told. */
import type { ImprovementOnRecord } from '@spplus/contract/improvements-on-record';
import { inlineJson, jsonFile, JsonFileError } from '@spplus/ui/json-file';

export type Entry = ImprovementOnRecord;

export interface Source {
  host: Element;
  record?: unknown;
  src?: string | undefined;
  service?: string | undefined;
  api?: string | undefined;
}

export interface Found {
  entries: readonly Entry[];
  /** Entries that lack what every entry says. */
  left: number;
  trouble?: 'network' | 'data' | undefined;
}

/** All that one page asks for: a list of this length is read on the page of the service. */
const most = 50;

async function fromApi(api: string, service: string, signal: AbortSignal): Promise<unknown> {
  const [{ connect }, { listImprovements }] = await Promise.all([
    import('@spplus/api-client/connection'),
    import('@spplus/api-client/improvements'),
  ]);
  return listImprovements(connect({ api }), service, { limit: most }, { signal });
}

/** What every entry says; the rest is shown where it is text. */
const isEntry = (value: unknown): value is Entry => {
  const { asked, answer, status } = Object(value) as Record<string, unknown>;
  return [asked, answer, status].every((text) => typeof text === 'string' && text !== '');
};

export async function findImprovements(source: Source, signal: AbortSignal): Promise<Found> {
  const { host, record = inlineJson(host), src, service, api } = source;
  try {
    const value =
      record ?? (src ? await jsonFile(src, signal) : service && api ? await fromApi(api, service, signal) : undefined);
    const { items } = Object(value) as { items?: unknown };
    const list = items ?? value;
    if (!Array.isArray(list)) return { entries: [], left: 0, trouble: 'data' };
    const entries = list.filter(isEntry);
    return { entries, left: list.length - entries.length };
  } catch (error) {
    return { entries: [], left: 0, trouble: error instanceof JsonFileError ? 'data' : 'network' };
  }
}
