/**
 * What an element leaves behind. The page's own ways to keep something alive are wrapped while an element lives: listeners
 * outside it, timers, frames and observers; each is known by the line that started it.
 */

/** One thing still alive, e.g. `timer of 8000 ms, started at announcer.ts:52`. */
export type Leftover = string;

export interface Watch {
  /** What was started since the watch began and still lives. */
  leftovers(): Leftover[];
  end(): void;
}

type ObserverClass = { prototype: { observe: (...all: never[]) => void; disconnect: () => void } };
const observers: readonly ObserverClass[] = [MutationObserver, ResizeObserver, IntersectionObserver];
const observerNames = ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'];

/**
 * What is not the element's: the announcer belongs to the page, its region and the timers that empty it outlive elements by
 * design; and tests wait with timers of their own.
 */
const isForeign = (origin: string): boolean => origin.includes('/announcer.ts') || origin.includes('/testing-helpers/');

/** The first line of a stack outside this file. */
function whoCalled(): string {
  const lines = (new Error().stack ?? '')
    .split('\n')
    .filter((line) => /\.(ts|js)/.test(line) && !line.includes('/leftovers.ts'));
  return lines[0]?.trim() ?? 'unknown';
}

export function watchLeftovers(element: () => Element | undefined): Watch {
  const alive = new Map<unknown, string>();
  const undo: (() => void)[] = [];
  const keep = (key: unknown, what: string) => {
    const origin = whoCalled();
    if (!isForeign(origin)) alive.set(key, `${what}, started at ${origin}`);
  };

  /** Replaces a method until the watch ends. */
  function wrap<T extends object, K extends keyof T>(owner: T, name: K, wrapped: (original: T[K]) => T[K]): void {
    const original = owner[name];
    owner[name] = wrapped(original);
    undo.push(() => (owner[name] = original));
  }

  const isOutside = (target: EventTarget): boolean => {
    const own = element();
    if (!(target instanceof Node)) return target === window || target instanceof MediaQueryList;
    return Boolean(own && target !== own && target.getRootNode() !== own.shadowRoot && target.isConnected);
  };
  const listeners = new WeakMap<EventTarget, Map<unknown, Map<string, object>>>();
  const listenerKey = (target: EventTarget, type: string, listener: unknown, create: boolean): object | undefined => {
    const ofTarget = listeners.get(target) ?? new Map<unknown, Map<string, object>>();
    listeners.set(target, ofTarget);
    const ofListener = ofTarget.get(listener) ?? new Map<string, object>();
    ofTarget.set(listener, ofListener);
    if (create && !ofListener.has(type)) ofListener.set(type, {});
    return ofListener.get(type);
  };
  wrap(
    EventTarget.prototype,
    'addEventListener',
    (original) =>
      function (this: EventTarget | undefined, type, listener, options) {
        const target = this ?? window;
        const isOnce = typeof options === 'object' && options.once === true;
        if (!isOnce && isOutside(target)) {
          keep(listenerKey(target, type, listener, true), `listener of ${type} on ${target.constructor.name}`);
        }
        original.call(target, type, listener, options);
      },
  );
  wrap(
    EventTarget.prototype,
    'removeEventListener',
    (original) =>
      function (this: EventTarget | undefined, type, listener, options) {
        const target = this ?? window;
        alive.delete(listenerKey(target, type, listener, false));
        original.call(target, type, listener, options);
      },
  );

  const pairs = [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
  ] as const;
  for (const [start, stop] of pairs) {
    wrap(
      globalThis,
      start,
      (original) =>
        ((work: () => void, time?: number, ...rest: unknown[]) => {
          const id = original(() => {
            if (start === 'setTimeout') alive.delete(`timer ${String(id)}`);
            (work as (...all: unknown[]) => void)(...rest);
          }, time);
          keep(`timer ${String(id)}`, `${start} of ${time ?? 0} ms`);
          return id;
          // The cast: Node's types, which the workspace also loads, give timers another shape.
        }) as unknown as (typeof globalThis)[typeof start],
    );
    wrap(
      globalThis,
      stop,
      (original) =>
        ((id?: number) => {
          alive.delete(`timer ${String(id)}`);
          original(id);
        }) as unknown as (typeof globalThis)[typeof stop],
    );
  }

  observers.forEach(({ prototype }, index) => {
    wrap(
      prototype,
      'observe',
      (original) =>
        function (this: object, ...all: never[]) {
          keep(this, observerNames[index] ?? '');
          original.apply(this, all);
        },
    );
    wrap(
      prototype,
      'disconnect',
      (original) =>
        function (this: object) {
          alive.delete(this);
          original.call(this);
        },
    );
  });

  return {
    leftovers: () => [...alive.values()],
    end: () => undo.reverse().forEach((each) => each()),
  };
}
