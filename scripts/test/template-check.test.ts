import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { checks } from '../checks.ts';
import { nodeArguments } from '../with-node.mjs';

const check = checks.find(({ name }) => name === 'templates') ?? assert.fail('no check of templates');

/** What the check says of a file beside the sources that uses the widget in this template. */
function checked(template: string): number | null {
  const file = `.cache/planted-${process.pid}.ts`;
  const element = '../packages/feedback-widget/src/define.ts';
  mkdirSync('.cache', { recursive: true });
  writeFileSync(file, `import { html } from 'lit';\nimport '${element}';\nexport const drawn = html\`${template}\`;\n`);
  try {
    const options = check.run().filter((word) => !word.endsWith('.ts'));
    return spawnSync(process.execPath, [...nodeArguments, ...options, file], { stdio: 'ignore' }).status;
  } finally {
    rmSync(file);
  }
}

test('a template that gives an element what it does not take fails, a sound one passes', () => {
  assert.equal(checked('<spplus-feedback-widget mode="page" heading-level="3"></spplus-feedback-widget>'), 0);
  assert.equal(checked('<spplus-feedback-widget mode="nowhere"></spplus-feedback-widget>'), 1);
  assert.equal(checked('<spplus-feedback-widget moode="page"></spplus-feedback-widget>'), 1);
  assert.equal(checked('<div><span></div>'), 1);
});
