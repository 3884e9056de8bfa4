import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { examples } from '@spplus/contract/examples';
import { namedSchemas, openApiDocument } from '@spplus/contract/openapi';
import { operations, problemsOf, type Operation } from '@spplus/contract/operations';
import { problemStatus } from '@spplus/contract/problem-status';

interface Described {
  operationId: string;
  responses: Record<string, unknown>;
  parameters: { $ref?: string; name?: string; in?: string }[];
  security: unknown[];
}
const document = openApiDocument() as { openapi: string; paths: Record<string, Record<string, Described>> };

test('is an OpenAPI 3.1 document, says an independent validator', async () => {
  const result = await new Validator().validate(structuredClone(document));
  assert.deepEqual(result.errors ?? [], []);
  assert.equal(result.valid, true);
  assert.match(document.openapi, /^3\.1\./);
});

test('the validator would see a broken document', async () => {
  const result = await new Validator().validate({ ...structuredClone(document), info: { title: 'Without a version' } });
  assert.equal(result.valid, false);
});

test('every reference inside it leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');
  assert.ok(references.length > 30);
  for (const path of references) {
    const found = path
      .split('/')
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
    assert.ok(found, path);
  }
});

test('describes every operation, with every problem it may answer and nothing else', () => {
  const described = Object.values(document.paths).flatMap((path) => Object.values(path));
  assert.deepEqual(described.map(({ operationId }) => operationId).toSorted(), Object.keys(operations).toSorted());
  for (const [id, operation] of Object.entries(operations) as [string, Operation][]) {
    const { responses, parameters, security } = document.paths[operation.path]?.[operation.method] ?? assert.fail(id);
    const statuses = new Set(
      [operation.success, ...problemsOf(operation).map((code) => problemStatus[code])].map(String),
    );
    assert.deepEqual(Object.keys(responses).toSorted(), [...statuses].toSorted(), id);
    assert.equal(
      parameters.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey') ?? false),
      operation.writes,
      id,
    );
    assert.equal(security.length > 0, operation.access !== 'public', id);
    const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`);
    for (const name of inPath) assert.ok(operation.path.includes(name), id);
  }
});

test('every example follows the schema that it illustrates', () => {
  for (const [name, example] of Object.entries(examples)) {
    const schema = namedSchemas[name as keyof typeof namedSchemas];
    assert.ok(schema, `${name} is not a schema of the document`);
    assert.deepEqual(schema.parse(example), example, name);
  }
});
