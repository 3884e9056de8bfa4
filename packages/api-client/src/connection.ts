/** Where calls go and how patient they are. A plain value: several can live side by side. */
export interface ConnectionOptions {
  /** Root of the API, e.g. `https://avis.example.fr`. */
  api: string;
  /** Bearer token of an agent. */
  token?: string;
  fetch?: typeof globalThis.fetch;
  /** Longest wait for one try, in milliseconds. */
  timeout?: number;
  /** Tries after the first. */
  retries?: number;
}

export interface Connection {
  readonly api: string;
  readonly token: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  readonly timeout: number;
  readonly retries: number;
}

export const connect = ({ api, token, fetch, timeout = 10_000, retries = 3 }: ConnectionOptions): Connection => ({
  api: api.replace(/\/+$/, ''),
  token,
  fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
  timeout,
  retries,
});
