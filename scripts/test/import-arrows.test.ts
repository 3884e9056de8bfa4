import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';

/** Lines of a file whose imports lint refuses. Types are left out: they need the whole project, and say nothing here. */
async function refusedLines(filePath: string, code: string): Promise<number[]> {
  const eslint = new ESLint({
    ruleFilter: ({ ruleId }) => /no-restricted-imports|later-imports/.test(ruleId),
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  });
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ line }) => line);
}

/** The same import, written at the top and asked for later. */
const both = (name: string) => `import '${name}';\nexport const later = () => import('${name}');\n`;

test('nothing points up or sideways, at the top of a file or later in it', async () => {
  for (const [room, name] of [
    ['domain', '@spplus/contract/opinion'],
    ['contract', '@spplus/api-client/connection'],
    ['ui', '@spplus/feedback-widget'],
    ['feedback-widget', '@spplus/contact-card'],
    ['feedback-widget', '@spplus/contract/opinion'],
    ['api-server', '@spplus/ui/heading'],
  ] as const) {
    assert.deepEqual(await refusedLines(`packages/${room}/src/later.ts`, both(name)), [1, 2], `${room}: ${name}`);
  }
});

test('everyone may look below', async () => {
  for (const [room, name] of [
    ['feedback-widget', '@spplus/domain/personal-data'],
    ['api-server', '@spplus/contract/opinion'],
    ['sdk', '@spplus/feedback-widget/define'],
  ] as const) {
    assert.deepEqual(await refusedLines(`packages/${room}/src/later.ts`, both(name)), [], `${room}: ${name}`);
  }
});
