/**
 * What the elements say of themselves: custom-elements.json, and from it the data of editors and the types of frameworks,
 * written to packages/sdk/dist/.
 *
 *     npm run manifest             writes the files
 *     npm run manifest -- check    fails where documentation and code disagree
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { vscodeData, webTypes } from './manifest/editors.ts';
import { analyse, elementSources, elementsOf } from './manifest/element-docs.ts';
import { findDisagreements } from './manifest/findings.ts';
import { reactTypes, svelteTypes, vueTypes } from './manifest/frameworks.ts';
import { usageOf } from './manifest/usage.ts';

const manifest = analyse(elementSources());
const elements = elementsOf(manifest);

if (elements.length === 0) {
  console.error('No element was found: a class named Spplus… in packages/*/src.');
  process.exit(1);
}

if (process.argv[2] === 'check') {
  let agreed = 0;
  const disagreements = elements.flatMap((element) => {
    const found = findDisagreements(element, usageOf(element.path));
    if (found.length === 0) agreed += 1;
    return found.map((sentence) => `${element.path}: ${sentence}`);
  });
  for (const sentence of disagreements) console.error(`  ${sentence}`);
  console.log(`${agreed} passed, ${disagreements.length} failed`);
  process.exit(disagreements.length > 0 ? 1 : 0);
}

const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8')) as { version: string };
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const files = {
  'custom-elements.json': json(manifest),
  'vscode.html-custom-data.json': json(vscodeData(elements)),
  'web-types.json': json(webTypes(elements, version)),
  'react.d.ts': reactTypes(elements),
  'vue.d.ts': vueTypes(elements),
  'svelte.d.ts': svelteTypes(elements),
};
mkdirSync('packages/sdk/dist', { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(`packages/sdk/dist/${name}`, text);
// At the root as well, where Storybook and editors look for it.
writeFileSync('custom-elements.json', files['custom-elements.json']);
console.log(
  `${elements.map(({ tagName }) => `<${tagName}>`).join(', ')}: ${Object.keys(files).length} files in packages/sdk/dist/`,
);
