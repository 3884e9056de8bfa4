// The rules of the house. `npm run lint` holds them; CONTRIBUTING.md says them in words.
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const elements = '{feedback-widget,status-tracker,contact-card,document-report,results-badge}';
const elementNames = '(feedback-widget|status-tracker|contact-card|document-report|results-badge)';

/** eslint-disable without a reason hides what the next reader needs to know. */
const describedDisable = {
  meta: { type: 'suggestion', messages: { reason: 'Say why, after "--".' }, schema: [] },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const isDirective = /^\s*eslint-disable/.test(comment.value);
        if (isDirective && !/\s--\s+\S/.test(comment.value)) context.report({ loc: comment.loc, messageId: 'reason' });
      }
    },
  }),
};

/** no-restricted-imports reads `import … from` only: what is loaded later points no other way. */
const laterImports = {
  meta: { type: 'problem', messages: { up: '{{message}}' }, schema: [{ type: 'string' }, { type: 'string' }] },
  create: (context) => ({
    ImportExpression({ source }) {
      const [allowed, message] = context.options;
      if (typeof source.value !== 'string' || new RegExp(`^(${allowed})`).test(source.value)) return;
      context.report({ node: source, messageId: 'up', data: { message } });
    },
  }),
};

/** No package climbs out of its folder by a relative path into another one's sources. */
const climbing = {
  regex: '^(\\.\\./){2,}(?!scripts/|packages/)[a-z-]+/src/',
  message: 'Import another package by its name.',
};
const localizeDoor = {
  regex: '^@lit/localize(/|$)',
  allowTypeImports: true,
  message: 'Import msg and str from @spplus/ui/localize: it is the only door (docs/decisions/0002).',
};

/** Sources of a room may import relative files and what `may` lists; `types` only as types. Nothing points up. */
function arrows(files, may, types = []) {
  const allowed = ['\\.', ...may].join('|');
  const allowedTypes = [allowed, ...types].join('|');
  const message =
    'This import points up or sideways: docs/decisions/0001-rooms-and-arrows.md says who may import whom.';
  const patterns = [
    climbing,
    { regex: `^(?!${allowedTypes})`, message },
    ...(types.length > 0
      ? [
          {
            regex: `^(?!${allowed})(${types.join('|')})`,
            allowTypeImports: true,
            message: `${message} Here it may be imported as a type.`,
          },
        ]
      : []),
  ];
  return {
    files: [files],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      'house/later-imports': ['error', allowed, message],
    },
  };
}

const browserPackages = `lit(/|$)|@lit/|@spplus/(ui|api-client|sdk|${elementNames})`;
const noBrowserPackage = 'The server imports no browser package.';

const inTemplate = (tag, pattern) =>
  `TaggedTemplateExpression[tag.name=/^(${tag})$/] TemplateElement[value.raw=/${pattern}/]`;
const unsafeMarkup = [
  {
    selector: inTemplate('html|svg', '(^|\\s)style='),
    message: 'A strict CSP refuses style attributes: use a class, a part or el.style.setProperty().',
  },
  {
    selector: inTemplate('html|svg', '<(style|script|iframe)'),
    message: 'A strict CSP refuses it; styles go in static styles.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Trusted Types refuse it: build nodes, or render a template.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseFromString)$/]',
    message: 'Trusted Types refuse it: build nodes, or render a template.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'document.write is refused by Trusted Types.',
  },
  {
    selector: 'ImportDeclaration[source.value=/lit.directives.(style-map|unsafe-(html|svg|mathml))|lit.static-html/]',
    message: 'It cannot live with a strict CSP and Trusted Types.',
  },
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    '.cache/',
    '.data/',
    'stories/storybook-static/',
    'site/public/',
    'packages/*/src/locales/',
    'bench/results/',
    'test-results/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [
      tseslint.configs.strictTypeChecked,
      wc.configs['flat/recommended'],
      lit.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
    plugins: { house: { rules: { 'described-disable': describedDisable, 'later-imports': laterImports } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { litHtmlSources: ['lit'], wc: { elementBaseClasses: ['SpplusElement', 'LitElement'] } },
    rules: {
      'house/described-disable': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...unsafeMarkup],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [localizeDoor] }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: ['string', { from: 'lib', name: 'DOMStringMap' }, { from: 'lib', name: 'StylePropertyMapReadOnly' }] },
      ],
      // Off: the platform's types promise what old browsers, pages without https or servers lack.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Off: they forbid what reads well here (one-line callbacks, interfaces of functions, empty defaults, async by contract).
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['describe', 'it', 'test', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
      // Handlers of Lit and Node may be async: their rejections reach window or process like any other.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false, properties: false } },
      ],
      // The public fields of a Lit element are declared, and its private ones are #private: both read as intended.
      'wc/guard-super-call': 'off',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-template-bind': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/attribute-names': ['error', { convention: 'kebab' }],
    },
  },

  arrows('packages/domain/src/**/*.ts', []),
  arrows('packages/contract/src/**/*.ts', ['zod', '@spplus/domain/']),
  arrows('packages/check/src/**/*.ts', ['node:', '@spplus/(contract|domain)/']),
  arrows('packages/api-client/src/**/*.ts', ['zod', '@spplus/contract/', 'altcha-lib']),
  arrows('packages/ui/src/**/*.ts', ['lit(/|$)'], ['@lit/localize']),
  arrows('packages/ui/src/localize.ts', ['lit(/|$)', '@lit/localize']),
  // Contract modules are zod: an element takes their types, and the chunk that talks to the API brings the rest. The terms of
  // an opinion hold no schema.
  arrows(
    `packages/${elements}/src/**/*.ts`,
    ['lit(/|$)', '@spplus/(ui|domain|api-client)/', '@spplus/contract/opinion-terms$'],
    ['@spplus/contract/', '@lit/localize$'],
  ),
  // The registration of an element, and beside it, ahead of the element's own request, what will be needed at once.
  arrows('packages/sdk/src/**/*.ts', [`@spplus/${elementNames}/[a-z-]+$`], [`@spplus/${elementNames}$`]),
  {
    files: ['packages/api-server/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [climbing, { regex: `^(${browserPackages})`, message: noBrowserPackage }] },
      ],
      'house/later-imports': ['error', `(?!${browserPackages})`, noBrowserPackage],
    },
  },

  {
    files: ['packages/ui/src/**/*.ts', `packages/${elements}/src/**/*.ts`],
    ignores: ['packages/ui/src/{announcer,base-element,localize}.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'document', message: 'An element speaks of its own document: this.ownerDocument, or ui/announcer.' },
      ],
    },
  },

  {
    files: ['**/test/**/*.ts', '**/*.e2e.ts', 'scripts/test/**'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // A test may hand a wrong value on purpose, and reads JSON whose shape is what it asserts.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      'no-restricted-globals': 'off',
    },
  },
  {
    // Chai's assertions are thenables by their type only, so that each `expect(…)` would have to be awaited.
    files: ['**/*.browser.test.ts', 'packages/ui/test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    // Built by hand for people who look at them, not shipped: they may carry markup that elements may not.
    files: ['stories/**/*.ts'],
    rules: { 'lit/no-native-attributes': 'off' },
  },
);
