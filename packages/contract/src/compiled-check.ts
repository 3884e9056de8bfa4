/** What check.ts is in the files that a page downloads, where a schema is a guard. */
import type { Guard } from './guards.ts';

export const check = (guard: Guard, value: unknown): unknown => {
  if (!guard(value)) throw new TypeError('The answer does not follow the contract.');
  return value;
};
