import type { StorybookConfig } from '@storybook/web-components-vite';
import { defaultClientConditions, mergeConfig, type PluginOption } from 'vite';

/** What the elements say of themselves, read from their sources at each start: nothing to generate beforehand. */
const elementsOfTheHouse = (): PluginOption => ({
  name: 'spplus-custom-elements',
  resolveId: (id) => (id === 'virtual:custom-elements' ? '\0custom-elements' : undefined),
  async load(id) {
    if (id !== '\0custom-elements') return undefined;
    const { analyse, elementSources } = await import('../../scripts/manifest/element-docs.ts');
    return `export default ${JSON.stringify(analyse(elementSources()))}`;
  },
});

const config: StorybookConfig = {
  stories: ['../*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  // No request leaves the machine: neither telemetry nor news.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      resolve: { conditions: ['@spplus/source', ...defaultClientConditions], dedupe: ['lit'] },
      plugins: [elementsOfTheHouse()],
      build: { target: 'es2022' },
    }),
};

export default config;
