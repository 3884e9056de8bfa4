/**
 * Compiles the contract's zod schemas to the guards of packages/contract/src/guards.ts while the files that a page downloads
 * are built: the schemas stay the source of truth, and zod (5 kB of 25) stays at home. What cannot be compiled is left out, so
 * that a page that needs it does not build.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** The parts of a zod 4 definition that are read here. */
interface Definition {
  type: string;
  format?: string;
  checks?: { _zod: { def: Check } }[];
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  options?: Schema[];
  entries?: Record<string, string>;
  values?: unknown[];
  catchall?: Schema;
}
interface Check {
  check: string;
  format?: string;
  pattern?: RegExp;
  minimum?: number;
  maximum?: number;
  value?: number;
  inclusive?: boolean;
}
interface Schema {
  _zod: { def: Definition };
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value;

class NotCompiled extends Error {}

/** Arguments of a call, without the trailing ones that are left to their default. */
function call(name: string, ...values: (string | number | undefined)[]): string {
  while (values.length > 0 && values.at(-1) === undefined) values.pop();
  return `${name}(${values.map((value) => value ?? 'undefined').join(',')})`;
}

/** What the checks of a string, a number or an array amount to. */
function limitsOf({ checks = [], format }: Definition): {
  pattern?: string;
  min?: number;
  max?: number;
  integer: boolean;
} {
  const limits: ReturnType<typeof limitsOf> = { integer: format === 'safeint' };
  for (const { _zod } of checks) {
    const { check, pattern, minimum, maximum, value, inclusive } = _zod.def;
    if (check === 'string_format' && pattern && limits.pattern === undefined) limits.pattern = String(pattern);
    else if (check === 'min_length' && minimum !== undefined) limits.min = minimum;
    else if (check === 'max_length' && maximum !== undefined) limits.max = maximum;
    else if (check === 'greater_than' && inclusive && value !== undefined) limits.min = value;
    else if (check === 'less_than' && inclusive && value !== undefined) limits.max = value;
    else if (check === 'number_format' && _zod.def.format === 'safeint') limits.integer = true;
    else throw new NotCompiled(check);
  }
  return limits;
}

function guardOf({ _zod: { def } }: Schema): string {
  const { pattern, min, max, integer } = limitsOf(def);
  switch (def.type) {
    case 'string':
      return call('string', pattern, min, max);
    case 'number':
      return call(integer ? 'integer' : 'number', min, max);
    case 'boolean':
      return 'boolean';
    case 'enum':
      return call('oneOf', ...Object.values(def.entries ?? {}).map((value) => JSON.stringify(value)));
    case 'literal':
      return call('oneOf', ...(def.values ?? []).map((value) => JSON.stringify(value)));
    case 'optional':
      if (def.innerType) return call('optional', guardOf(def.innerType));
      break;
    case 'array':
      if (def.element) return call('array', guardOf(def.element), min, max);
      break;
    case 'union':
      if (def.options) return call('anyOf', ...def.options.map(guardOf));
      break;
    case 'object':
      // Keys beyond the shape are left alone, so a schema that refuses or types them says more than a guard can.
      if (def.shape && (!def.catchall || def.catchall._zod.def.type === 'unknown')) {
        const fields = Object.entries(def.shape).map(([key, field]) => `${JSON.stringify(key)}:${guardOf(field)}`);
        return `object({${fields.join(',')}})`;
      }
  }
  throw new NotCompiled(def.type);
}

/** A module that exports the same names: guards for schemas, plain values as they are. Functions are left out. */
export function compiled(exported: Record<string, unknown>, guards: string): string {
  const lines = Object.entries(exported).flatMap(([name, value]) => {
    if (typeof value === 'function') return [];
    if (!isSchema(value)) return [`export const ${name} = ${JSON.stringify(value)};`];
    try {
      return [`export const ${name} = /*@__PURE__*/ ${guardOf(value)};`];
    } catch (error) {
      if (error instanceof NotCompiled) return [];
      throw error;
    }
  });
  const names = 'string, number, integer, boolean, oneOf, optional, array, object, anyOf';
  return [`import { ${names} } from ${JSON.stringify(guards)};`, ...lines].join('\n');
}

/** Serves the contract's modules compiled. */
export const compiledSchemas: Plugin = {
  name: 'spplus-compiled-schemas',
  enforce: 'pre',
  async load(id) {
    const [, folder, name] = /^(.*\/packages\/contract\/src\/)([\w-]+)\.ts$/.exec(id) ?? [];
    if (!folder || !name) return null;
    if (name === 'check') return readFileSync(`${folder}compiled-check.ts`, 'utf8');
    if (!readFileSync(id, 'utf8').includes("from 'zod/mini'")) return null;
    const exported = (await import(pathToFileURL(id).href)) as Record<string, unknown>;
    return { code: compiled(exported, `${folder}guards.ts`), moduleSideEffects: false, moduleType: 'js' };
  },
};
