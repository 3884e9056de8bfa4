/** Demands as tests make them: registered by an agent's tool, opened by a person. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { DemandRegistration, TrackedDemand } from '@spplus/contract/demand';
import type { RegisteredDemand } from '@spplus/contract/demand-agent';
import type { DemandEvent } from '@spplus/contract/demand-event';
import { addService, addToken, type Answered, type Api, type Asked } from './api.ts';
import type { TestDatabase } from './database.ts';

export const registration: DemandRegistration = {
  procedure: { name: 'Permis de construire' },
  profile: { silence: 'accept', period: { months: 2 }, territory: 'metropole' },
  zone: 'Europe/Paris',
  allows: [],
  notifications: ['email'],
  redacted: [],
  events: [],
};

let count = 0;

/** An event for the user, told by the service, unless the rest says otherwise. */
export const event = (type: string, rest: object = {}): DemandEvent => {
  count += 1;
  return {
    id: `e-${count}`,
    at: `2026-03-02T09:00:${String(count % 60).padStart(2, '0')}+01:00`,
    actor: { kind: 'service' },
    visibility: 'user',
    type,
    ...rest,
  } as DemandEvent;
};

export const submitted = (): DemandEvent => event('submitted', { channel: 'electronic', actor: { kind: 'user' } });

/** A code that is well formed and opens nothing. */
export const wrongSecret = '0000-0000-0000-0000-0000-0000-0000';

export interface Desk {
  service: string;
  token: string;
  path: string;
  /** Registers a demand that must be accepted. */
  register(more?: Partial<DemandRegistration>, key?: string): Promise<Required<RegisteredDemand>>;
  append(reference: string, events: readonly unknown[], asked?: Asked): Promise<Answered>;
}

/** A service of its own, with the tool of its agents. Make all of a file's before its first call: services are read every few seconds. */
export async function desk(database: TestDatabase, api: Api, settings: object = {}): Promise<Desk> {
  const service = await addService(database, `mairie-${randomUUID().slice(0, 8)}`, settings);
  const token = await addToken(database, [service], ['demand']);
  const path = `/v1/agent/services/${service}/demands`;
  return {
    service,
    token,
    path,
    async register(more = {}, key = randomUUID()) {
      const { status, body, text } = await api.call('POST', path, { token, body: { ...registration, ...more }, key });
      assert.equal(status, 201, text);
      return body as unknown as Required<RegisteredDemand>;
    },
    append: (reference, events, asked = {}) =>
      api.call('POST', `${path}/${reference}/events`, { token, body: { events }, ...asked }),
  };
}

export interface Visit {
  token: string;
  read(headers?: Record<string, string>): Promise<Answered>;
  /** What the person sees. */
  seen(): Promise<TrackedDemand>;
  act(act: object, asked?: Asked): Promise<Answered>;
}

export const tryToOpen = (api: Api, typed: object, asked: Asked = {}): Promise<Answered> =>
  api.call('POST', '/v1/demands/session', { body: typed, ...asked });

/** Opens a demand that must open. */
export async function visit(api: Api, { reference, secret }: { reference: string; secret: string }): Promise<Visit> {
  const { status, body, text } = await tryToOpen(api, { reference, secret });
  assert.equal(status, 201, text);
  const token = String(body['token']);
  const read = (headers: Record<string, string> = {}) => api.call('GET', '/v1/demands/current', { token, headers });
  return {
    token,
    read,
    async seen() {
      const answered = await read();
      assert.equal(answered.status, 200, answered.text);
      return answered.body as unknown as TrackedDemand;
    },
    act: (act, asked = {}) => api.call('POST', '/v1/demands/current/events', { token, body: act, ...asked }),
  };
}
