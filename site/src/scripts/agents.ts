/** « Espace agents »: the queue, its filters and the export. Each case is drawn by agent-case.ts. */
import { connect, type Connection } from '@spplus/api-client/connection';
import { exportService, listQueue, whoAmI } from '@spplus/api-client/agent';
import type { FeedbackStatus } from '@spplus/contract/feedback';
import { caseOf } from './agent-case.ts';
import { element, place, radios } from './dom.ts';
import { sayFailure, statusNames } from './wording.ts';

const corner = place('agents');
const { api = '', service = '' } = corner.dataset;
const status = element('p', { class: 'status-line', role: 'status' });
const queue = element('div', { class: 'queue' });
const more = element('button', { type: 'button', class: 'button button-quiet', hidden: true }, 'Afficher la suite');
let wanted: FeedbackStatus = 'pending';
let cursor: string | undefined;

/** The token of the demonstration is given by the site's own server; a real service never publishes one. */
async function demoToken(): Promise<string> {
  const answer = await fetch('/demo.json');
  const { token } = (await answer.json()) as { token?: string };
  if (!token) throw new Error('This site gives no demonstration token.');
  return token;
}

async function load(connection: Connection, from?: string): Promise<void> {
  try {
    const page = await listQueue(connection, service, { status: wanted, limit: 20, ...(from && { cursor: from }) });
    const cases = page.items.map((item) =>
      caseOf(item, { connection, service, say: (sentence) => (status.textContent = sentence) }),
    );
    if (from) queue.append(...cases);
    else queue.replaceChildren(...cases);
    cursor = page.next;
    more.hidden = !cursor;
    if (queue.childElementCount === 0) queue.append(element('p', { class: 'notice' }, 'Aucun avis dans cette liste.'));
  } catch (error) {
    status.textContent = sayFailure(error);
  }
}

/** Saves a file that only a bearer token can fetch, which a plain link could not send. */
async function download(connection: Connection, format: 'csv' | 'json'): Promise<void> {
  try {
    const file = await exportService(connection, service, { format });
    const address = URL.createObjectURL(file);
    element('a', { href: address, download: `avis-${service}.${format}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    status.textContent = 'Le fichier est téléchargé. Il ne contient aucune adresse électronique.';
  } catch (error) {
    status.textContent = sayFailure(error);
  }
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'button button-quiet' }, text);
  made.addEventListener('click', onClick);
  return made;
}

async function start(): Promise<void> {
  corner.append(status);
  status.textContent = 'Ouverture de l’espace…';
  const connection = connect({ api, token: await demoToken() });
  const { name } = await whoAmI(connection);
  const statuses: readonly FeedbackStatus[] = ['pending', 'accepted', 'refused'];
  const filter = radios(
    'Avis à afficher',
    'statut',
    statuses.map((key) => [key, statusNames[key]] as const),
    wanted,
    (value) => {
      wanted = value as FeedbackStatus;
      void load(connection);
    },
  );
  const files = element(
    'div',
    { class: 'copy-row' },
    button('Exporter en CSV', () => void download(connection, 'csv')),
    button('Exporter en JSON', () => void download(connection, 'json')),
  );
  more.addEventListener('click', () => void load(connection, cursor));
  corner.append(element('div', { class: 'toolbar' }, filter, files), status, queue, more);
  status.textContent = `Vous êtes «\u202F${name}\u202F».`;
  await load(connection);
}

start().catch((error: unknown) => {
  status.textContent = sayFailure(error);
});
