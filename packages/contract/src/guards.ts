/**
 * What zod schemas are compiled to for the files that a page downloads: functions that say whether a value follows. They
 * accept what the schemas accept (a test holds both against each other) and weigh a tenth. They leave keys they do not know
 * where they are; zod takes them out.
 */
export type Guard = (value: unknown) => boolean;

export const string =
  (pattern?: RegExp, min = 0, max = Infinity): Guard =>
  (value) =>
    typeof value === 'string' && value.length >= min && value.length <= max && (!pattern || pattern.test(value));

export const number =
  (min = -Infinity, max = Infinity): Guard =>
  (value) =>
    Number.isFinite(value) && Number(value) >= min && Number(value) <= max;

export const integer =
  (min = -Infinity, max = Infinity): Guard =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;

export const boolean: Guard = (value) => typeof value === 'boolean';

export const oneOf =
  (...values: unknown[]): Guard =>
  (value) =>
    values.includes(value);

export const optional =
  (inner: Guard): Guard =>
  (value) =>
    value === undefined || inner(value);

export const array =
  (item: Guard, min = 0, max = Infinity): Guard =>
  (value) =>
    Array.isArray(value) && value.length >= min && value.length <= max && value.every(item);

export const object =
  (shape: Record<string, Guard>): Guard =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(shape).every(([key, guard]) => guard((value as Record<string, unknown>)[key]));

export const anyOf =
  (...guards: Guard[]): Guard =>
  (value) =>
    guards.some((guard) => guard(value));
