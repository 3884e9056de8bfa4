/** Asks the HubEE API for folders and cases, with a token that it gives for client credentials (OAuth 2, RFC 6749). */
import { z } from 'zod';
import { DemandSourceError } from '../source-error.ts';
import { addressUnder } from '../source-address.ts';
import { askSource } from '../source-request.ts';
import { Case, Folder } from './case.ts';
import { system } from './case-story.ts';

export type HubeeConnection = {
  /** Of the API: `https://api.…/teledossiers/v1`. */
  readonly url: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** `SI` reads cases only; `OSL` and `ADMIN` read folders. */
  readonly role: 'OSL' | 'SI' | 'ADMIN';
  /** Milliseconds for each question. */
  readonly timeout?: number | undefined;
  /** How this software presents itself to the hub. */
  readonly software?: { readonly editor: string; readonly application: string; readonly version: string } | undefined;
};

/** Further cases of a folder are told by their status alone. */
const mostCases = 20;
/** Milliseconds before its end at which a token is no longer used. */
const margin = 30_000;

const Token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().catch(300) });

export class HubeeClient {
  readonly #connection: HubeeConnection;
  #token: { readonly value: string; readonly until: number } | undefined;

  constructor(connection: HubeeConnection) {
    this.#connection = connection;
  }

  /** A folder with the history of its cases. Throws a DemandSourceError, or the reason of the signal. */
  async folder(id: string, signal?: AbortSignal): Promise<Folder> {
    const folder = read(Folder, await this.#get(['folders', id], signal), id);
    const cases = folder.cases.map(async (one, index) =>
      one && index < mostCases ? { ...one, ...(await this.case(one.id, signal)) } : one,
    );
    return { ...folder, cases: await Promise.all(cases) };
  }

  async case(id: string, signal?: AbortSignal): Promise<Case> {
    return read(Case, await this.#get(['cases', id], signal), id);
  }

  /** A token that the hub no longer takes is replaced once. */
  async #get(path: readonly string[], signal: AbortSignal | undefined): Promise<unknown> {
    const held = this.#token;
    const isHeld = held !== undefined && performance.now() < held.until;
    try {
      return await this.#ask(path, isHeld ? held.value : await this.#newToken(signal), signal);
    } catch (error) {
      const isRefused = error instanceof DemandSourceError && error.status === 401;
      if (!isHeld || !isRefused) throw error;
      return this.#ask(path, await this.#newToken(signal), signal);
    }
  }

  #ask(path: readonly string[], token: string, signal: AbortSignal | undefined): Promise<unknown> {
    const { url, timeout } = this.#connection;
    const headers = { ...this.#presentation(), authorization: `Bearer ${token}`, accept: 'application/json' };
    return askSource({ system, timeout }, addressUnder(url, path), { headers, signal });
  }

  async #newToken(signal: AbortSignal | undefined): Promise<string> {
    const { tokenUrl, clientId, clientSecret, role, timeout } = this.#connection;
    const credentials = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const answer = await askSource({ system, timeout }, new URL(tokenUrl), {
      method: 'POST',
      headers: { ...this.#presentation(), authorization: `Basic ${credentials}`, accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: role }),
      signal,
    });
    const token = Token.safeParse(answer);
    if (!token.success) throw new DemandSourceError(system, 'malformed', 'gave no token');
    const { access_token: value, expires_in: seconds } = token.data;
    this.#token = { value, until: performance.now() + seconds * 1000 - margin };
    return value;
  }

  #presentation(): Record<string, string> {
    const { software } = this.#connection;
    if (!software) return {};
    return {
      editorName: software.editor,
      applicationName: software.application,
      softwareVersion: software.version,
    };
  }
}

/** What was asked for, and nothing else: another one’s folder must never be shown under this reference. */
function read<T extends { id: string }>(schema: z.ZodType<T>, answer: unknown, id: string): T {
  const result = schema.safeParse(answer);
  if (!result.success) throw new DemandSourceError(system, 'malformed', 'neither a folder nor a case');
  if (result.data.id.toLowerCase() !== id.toLowerCase())
    throw new DemandSourceError(system, 'malformed', 'answered with another one');
  return result.data;
}
