import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import * as z from 'zod/mini';
import * as agent from '../../packages/contract/src/agent.ts';
import * as answer from '../../packages/contract/src/answer.ts';
import * as contactOnRecord from '../../packages/contract/src/contact-on-record.ts';
import * as experience from '../../packages/contract/src/experience.ts';
import * as followUp from '../../packages/contract/src/follow-up.ts';
import type { Guard } from '../../packages/contract/src/guards.ts';
import * as problem from '../../packages/contract/src/problem.ts';
import * as receipt from '../../packages/contract/src/receipt.ts';
import * as service from '../../packages/contract/src/service.ts';
import { compiled } from '../build/compiled-schemas.ts';

const guardsFile = fileURLToPath(new URL('../../packages/contract/src/guards.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'spplus-schemas-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
async function compile(exported: Record<string, unknown>): Promise<Record<string, unknown>> {
  const file = join(folder, `${(count += 1)}.ts`);
  writeFileSync(file, compiled(exported, guardsFile));
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

/** What a schema is made of, as zod keeps it. */
interface Definition {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  options?: z.ZodMiniType[];
  entries?: Record<string, string>;
  values?: string[];
  checks?: { _zod: { def: { pattern?: RegExp } } }[];
}

/** Values around a schema: mostly of the right shape, with a field here and there of another kind, missing, or too much. */
function around(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Definition;
  const wrong = { weight: 1, arbitrary: fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.constant(Number.NaN)) };
  const near = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 40, arbitrary }, wrong);
  switch (def.type) {
    case 'string': {
      const pattern = def.checks?.find((check) => check._zod.def.pattern)?._zod.def.pattern;
      return near(pattern ? fc.stringMatching(pattern) : fc.string());
    }
    case 'number':
      return near(fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double()));
    case 'boolean':
      return near(fc.boolean());
    case 'enum':
      return near(fc.constantFrom(...Object.values(def.entries ?? {})));
    case 'literal':
      return near(fc.constantFrom(...(def.values ?? [])));
    case 'optional':
      return def.innerType ? fc.option(around(def.innerType), { nil: undefined }) : wrong.arbitrary;
    case 'array':
      return def.element ? near(fc.array(around(def.element), { maxLength: 3 })) : wrong.arbitrary;
    case 'union':
      return fc.oneof(...(def.options ?? []).map(around));
    default: {
      const fields = Object.entries(def.shape ?? {}).map(([key, field]) => [key, around(field)] as const);
      return near(fc.record({ ...Object.fromEntries(fields), later: fc.boolean() }));
    }
  }
}

describe('schemas compiled for pages', () => {
  const modules = { agent, answer, contactOnRecord, experience, followUp, problem, receipt, service };
  const schemas = Object.entries(modules).flatMap(([module, exported]) =>
    Object.entries(exported as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && '_zod' in value
        ? [{ module, name, schema: value as z.ZodMiniType }]
        : [],
    ),
  );

  for (const { module, name, schema } of schemas) {
    it(`accept what zod accepts, and nothing else: ${module} ${name}`, async () => {
      const guards = await compile({ [name]: schema });
      const guard = guards[name] as Guard;
      // A schema with a rule of its own is left out: a page that needed it would not build.
      if (!guard) return assert.match(JSON.stringify(schema._zod.def), /custom/, `${name} was not compiled`);
      const seen = { accepted: 0, refused: 0 };
      fc.assert(
        fc.property(around(schema), (value) => {
          const accepted = z.safeParse(schema, value).success;
          seen[accepted ? 'accepted' : 'refused'] += 1;
          assert.equal(guard(value), accepted);
        }),
        { numRuns: 600 },
      );
      assert.ok(seen.accepted > 5 && seen.refused > 5, `the values judge both sides: ${JSON.stringify(seen)}`);
    });
  }

  it('keep plain values beside the schemas, and leave functions out', async () => {
    const module = await compile({ codes: ['a', 'b'], prefix: 'urn:', make: () => 1 });
    assert.deepEqual({ ...module }, { codes: ['a', 'b'], prefix: 'urn:' });
  });

  it('leave out a schema whose rule cannot be compiled, rather than accept too much', async () => {
    const even = z.object({ n: z.number().check(z.refine((value) => value % 2 === 0)) });
    const exact = z.strictObject({ n: z.number() });
    assert.deepEqual(Object.keys(await compile({ even, exact, word: z.string() })), ['word']);
  });
});
