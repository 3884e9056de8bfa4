/** Reads what the API holds, as an agent does, so that a test can say « exactly once ». */
interface Held {
  reference: string;
  status: string;
  flags: string[];
  version: number;
  opinion?: { ratings: { question: string; value: number }[]; story?: { title: string; happened: string }; comment?: string; email?: string };
  answers: { id: string; body: string; useful?: boolean }[];
}

const service = 'mairie-exemple';

export class ApiReader {
  readonly #api: string;
  readonly #token: string;

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
}
