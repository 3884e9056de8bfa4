/** One person's visit of a page that holds the widget, with a network that may fail. Its hooks serve the file that imports it. */
import { connect } from '@spplus/api-client/connection';
import { followFeedback } from '@spplus/api-client/feedback';
import { newKey } from '@spplus/api-client/idempotency-key';
import { sendFeedback } from '@spplus/api-client/submission';
import type { Opinion } from '@spplus/contract/opinion';
import { testApi } from '../../../scripts/browsers/commands.ts';
import '../src/define.ts';
import type { SpplusFeedbackWidget } from '../src/feedback-widget.ts';
import { FeedbackDriver } from './driver.ts';

interface Call {
  method: string;
  path: string;
  key: string | null;
  body: string;
}

const { fetch } = globalThis;
let opened: FeedbackDriver[] = [];

type Line = (call: Call, send: () => Promise<Response>) => Promise<Response>;

/** What left the page, and what the network does to a call before the server sees it, or to its answer after. */
export const network: { calls: Call[]; line: Line } = { calls: [], line: (_call, send) => send() };
export const down = () => Promise.reject(new TypeError('Failed to fetch'));

function listen(): void {
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    const call: Call = {
      method: init?.method ?? 'GET',
      path: pathname,
      key: new Headers(init?.headers).get('idempotency-key'),
      body: typeof init?.body === 'string' ? init.body : '',
    };
    network.calls.push(call);
    return network.line(call, () => fetch(input, init));
  };
}

export function openElement(element: SpplusFeedbackWidget): FeedbackDriver {
  document.body.append(element);
  const driver = new FeedbackDriver(element);
  opened.push(driver);
  return driver;
}

export function open(attributes: Record<string, string> = {}): FeedbackDriver {
  const { api, service } = testApi();
  const element = document.createElement('spplus-feedback-widget');
  for (const [name, value] of Object.entries({ api, service, ...attributes })) element.setAttribute(name, value);
  return openElement(element);
}

/** Leaves the page as a reload does: what is in the tab's storage is all that is left. */
export function reload(driver: FeedbackDriver, attributes: Record<string, string> = {}): FeedbackDriver {
  driver.element.remove();
  return open(attributes);
}

export const written = (method: string) => network.calls.filter((call) => call.method === method);
export const connection = () => connect({ api: testApi().api });
export const held = async (receipt: { reference: string; secret: string }) =>
  followFeedback(connection(), testApi().service, receipt);
export const tabStorage = () =>
  JSON.stringify(
    Array.from({ length: sessionStorage.length }, (_, index) =>
      sessionStorage.getItem(sessionStorage.key(index) ?? ''),
    ),
  );

export const recorded = 'Votre avis est enregistré. Vous pouvez le compléter.';
export const story = { title: 'Une attente trop longue', happened: 'J’ai attendu deux heures au guichet.' };

export async function sendElsewhere(opinion: Opinion) {
  return sendFeedback(connection(), testApi().service, { opinion, guard: { elapsed: 60_000 } }, { key: newKey() });
}

/** Follows the link of a receipt in a widget of this page. */
export function arrive(
  { reference, secret }: { reference: string; secret: string },
  attributes: Record<string, string> = {},
): FeedbackDriver {
  history.replaceState(null, '', `#spplus-receipt=${testApi().service}.${reference}.${secret}`);
  return open(attributes);
}

beforeEach(() => {
  network.calls = [];
  network.line = (_call, send) => send();
  sessionStorage.clear();
  listen();
});
afterEach(async () => {
  for (const { element } of opened) element.remove();
  opened = [];
  globalThis.fetch = fetch;
  await new Promise((resolve) => setTimeout(resolve, 50));
  sessionStorage.clear();
});
