/**
 * Small readers of JSON values that are not trusted: each gives what is sound and reports what is not. Together they describe a
 * shape, field by field, in fewer bytes than a schema library needs to start.
 */
import type { ContactFault } from './contact.ts';

/** Gives what is sound in a value, or reports why nothing is. */
export type Reader<T> = (value: unknown, field: string, faults: ContactFault[]) => T | undefined;
export type Shape<T> = { [K in keyof T]-?: Reader<NonNullable<T[K]>> };

const longest = 2000;

/** `missing` where nothing was given. */
function report(faults: ContactFault[], field: string, value: unknown, why = 'malformed'): undefined {
  const shown = value === undefined || typeof value === 'object' ? '' : (value as number).toString();
  faults.push({ field, value: shown.slice(0, 200), why: value === undefined ? 'missing' : why });
}

export const when =
  <T>(isSound: (value: unknown) => boolean): Reader<T> =>
  (value, field, faults) =>
    isSound(value) ? (value as T) : report(faults, field, value);

export const number = (min: number, max: number) =>
  when<number>((value) => typeof value === 'number' && value >= min && value <= max);

export const flag = when<boolean>((value) => value === !!value);

/** Trimmed text that follows a pattern. */
export const text =
  <T extends string>(pattern = /\S/): Reader<T> =>
  (value, field, faults) => {
    if (typeof value !== 'string' || !pattern.test(value.trim())) return report(faults, field, value);
    if (value.length > longest) report(faults, field, value, 'too-long');
    return value.trim().slice(0, longest) as T;
  };

/** One of the words, written `this|that`. */
export const oneOf = <T extends string>(words: string) => text<T>(RegExp(`^(${words})$`));

export const list =
  <T>(item: Reader<T>): Reader<T[]> =>
  (value, field, faults) => {
    if (!Array.isArray(value)) return report(faults, field, value);
    const read = value.slice(0, longest).flatMap((one, index) => item(one, `${field}[${index}]`, faults) ?? []);
    // An empty list says « none »; a list of which nothing could be read says nothing.
    return read.length || !value.length ? read : undefined;
  };

/** The fields of a shape; nothing without the first `required` ones. What the shape does not name is left out. */
export const object =
  <T extends object>(shape: Shape<T>, required = 0): Reader<T> =>
  (value, field, faults) => {
    if (!value || typeof value !== 'object') return report(faults, field, value);
    const read: Partial<T> = {};
    let left = required;
    for (const key in shape) {
      const raw = (value as Record<string, unknown>)[key];
      const given = raw === '' || raw === null ? undefined : raw;
      const one =
        left > 0 || given !== undefined ? shape[key](given, field ? `${field}.${key}` : key, faults) : undefined;
      if (one !== undefined) read[key] = one;
      else if (left > 0) return undefined;
      left--;
    }
    return read as T;
  };

export const many = <T extends object>(shape: Shape<T>, required: number): Reader<T[]> => list(object(shape, required));
