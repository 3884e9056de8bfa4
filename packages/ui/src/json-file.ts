/** JSON that the page's team serves as a file. */

/** Characters of a file at most. */
const longest = 500_000;
/** Milliseconds to wait for a file. */
const patience = 10_000;

/** The file came and is of no use; anything else that is thrown is the network's. */
export class JsonFileError extends Error {
  readonly why: 'too-large' | 'not-json';
  constructor(why: 'too-large' | 'not-json', found: string) {
    super(found.slice(0, 200));
    this.why = why;
  }
}

export async function jsonFile(url: string, signal: AbortSignal): Promise<unknown> {
  const late = AbortSignal.timeout(patience);
  const controller = new AbortController();
  for (const one of [signal, late]) one.addEventListener('abort', () => controller.abort(), { once: true });
  const response = await fetch(url, { credentials: 'omit', signal: controller.signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const isLarge = Number(response.headers.get('content-length')) > longest;
  const text = isLarge ? '' : await response.text();
  if (isLarge) controller.abort();
  if (isLarge || text.length > longest) throw new JsonFileError('too-large', url);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonFileError('not-json', text);
  }
}

/** What a `<script type="application/json">` inside the element holds; a text where it is not JSON, undefined without one. */
export function inlineJson(element: Element): unknown {
  const { textContent } = element.querySelector(':scope > script[type="application/json"]') ?? {};
  try {
    return textContent ? JSON.parse(textContent) : undefined;
  } catch {
    return textContent;
  }
}
