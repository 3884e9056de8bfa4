/** Where a badge's results come from: the page itself, a file, or the API. Nothing here throws; what went wrong is told. */
import type { ResultFault } from '@spplus/domain/results';
import { readResults, type ReadResults } from '@spplus/domain/results-reader';
import { jsonFile, JsonFileError } from '@spplus/ui/json-file';

export interface Source {
  /** Data given by the page, as parsed JSON. */
  record?: unknown;
  src?: string | undefined;
  service?: string | undefined;
  api?: string | undefined;
  /** The one wanted, in a file of several structures. */
  structure?: string | undefined;
  /** Day number of today. */
  today: number;
}

export interface Found {
  results?: ReadResults | undefined;
  faults: readonly ResultFault[];
  trouble?: 'network' | 'data' | undefined;
}

async function fromApi(api: string, service: string, signal: AbortSignal): Promise<unknown> {
  const [{ connect }, { getResults }] = await Promise.all([
    import('@spplus/api-client/connection'),
    import('@spplus/api-client/results'),
  ]);
  return getResults(connect({ api }), service, { signal });
}

const chosen = (value: unknown, structure: string | undefined): unknown =>
  Array.isArray(value)
    ? value.find((one) => structure === undefined || (Object(one) as { structure?: unknown }).structure === structure)
    : value;

export async function findResults(source: Source, signal: AbortSignal): Promise<Found> {
  const { record, src, service, api, structure, today } = source;
  try {
    const value =
      record ?? (src ? await jsonFile(src, signal) : service && api ? await fromApi(api, service, signal) : undefined);
    const { results, faults } = readResults(chosen(value, structure), today);
    return { results, faults, trouble: results ? undefined : 'data' };
  } catch (error) {
    const isFile = error instanceof JsonFileError;
    const fault = { field: '', value: String(error).slice(0, 200), why: isFile ? error.why : 'not-loaded' };
    return { faults: [fault], trouble: isFile ? 'data' : 'network' };
  }
}
