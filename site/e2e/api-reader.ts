/** What the API holds, as an agent reads it, so that a test can say « exactly once »; and opinions sent without a page. */
import { randomUUID } from 'node:crypto';

interface Held {
  reference: string;
  status: string;
  flags: string[];
  version: number;
  opinion?: {
    ratings: { question: string; value: number }[];
    story?: { title: string; happened: string };
    comment?: string;
    email?: string;
  };
  answers: { id: string; body: string; useful?: boolean }[];
}

interface Receipt {
  reference: string;
  secret: string;
  version: number;
}

const service = 'mairie-exemple';

const opinionTitled = (title: string) => ({
  ratings: [{ question: 'overall', scale: 'four', value: 4 }],
  story: { title, happened: 'Tout s’est déroulé comme prévu.' },
  publish: true,
  language: 'fr',
});

export class ApiReader {
  readonly #api: string;
  readonly #token: string;
  readonly #receipts = new Map<string, Receipt>();

  constructor(api: string, token: string) {
    this.#api = api;
    this.#token = token;
  }

  async #get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.#api}${path}`, { headers: { authorization: `Bearer ${this.#token}` } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Every opinion, whatever its status. */
  async all(): Promise<Held[]> {
    const held: Held[] = [];
    for (const status of ['pending', 'accepted', 'refused', 'withdrawn']) {
      let cursor = '';
      do {
        const page: { items: Held[]; next?: string } = await this.#get(
          `/v1/agent/services/${service}/feedback?status=${status}&limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        held.push(...page.items);
        cursor = page.next ?? '';
      } while (cursor);
    }
    return held;
  }

  async titled(title: string): Promise<Held[]> {
    return (await this.all()).filter(({ opinion }) => opinion?.story?.title === title);
  }

  async count(): Promise<number> {
    return (await this.all()).length;
  }

  async #write(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Receipt> {
    const answer = await fetch(`${this.#api}/v1/services/${service}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID().replaceAll('-', ''), ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Receipt;
  }

  /** Sends an opinion with a story that may be published. */
  async send(title: string, more: Record<string, unknown> = {}): Promise<Receipt> {
    const receipt = await this.#write('POST', '/feedback', {
      opinion: { ...opinionTitled(title), ...more },
      guard: { elapsed: 60_000 },
    });
    this.#receipts.set(receipt.reference, receipt);
    return receipt;
  }

  async #decide(method: 'POST' | 'PUT', path: string, body: unknown): Promise<void> {
    const answer = await fetch(`${this.#api}/v1/agent/services/${service}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID().replaceAll('-', ''),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }

  /** Accepts an opinion and answers it, as an agent. */
  async acceptAndAnswer({ reference }: Pick<Receipt, 'reference'>, body: string): Promise<void> {
    const held = (await this.all()).find((candidate) => candidate.reference === reference);
    await this.#decide('PUT', `/feedback/${reference}/moderation`, { decision: 'accept', version: held?.version });
    await this.#decide('POST', `/feedback/${reference}/answers`, { body, signature: 'L’accueil', outcome: 'planned' });
  }

  /** Changes the title of an opinion sent by `send`, as its author would. */
  async correct(reference: string, title: string): Promise<void> {
    const receipt = this.#receipts.get(reference);
    if (!receipt) throw new Error(`No opinion was sent under ${reference}.`);
    const correction = { opinion: opinionTitled(title), version: receipt.version };
    await this.#write('PUT', `/feedback/${reference}`, correction, { 'receipt-secret': receipt.secret });
  }
}
