import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import customElements from 'virtual:custom-elements';
import '../themes.css';
import { defaultSetting, dress, languages, themes, type PageSetting } from '../page-setting.ts';

setCustomElementsManifest(customElements);

const items = (choices: Record<string, string>) => Object.entries(choices).map(([value, title]) => ({ value, title }));

const inSetting: Decorator = (story, { globals }) => {
  dress(document.documentElement, globals as unknown as PageSetting);
  return story();
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [inSetting],
  globalTypes: {
    theme: {
      description: 'The page around',
      toolbar: { title: 'Page', icon: 'paintbrush', items: items(themes), dynamicTitle: true },
    },
    locale: {
      description: 'Language of the page',
      toolbar: { title: 'Langue', icon: 'globe', items: items(languages), dynamicTitle: true },
    },
    dir: {
      description: 'Direction of the page',
      toolbar: { title: 'Sens', items: items({ ltr: 'Gauche à droite', rtl: 'Droite à gauche' }) },
    },
  },
  initialGlobals: { ...defaultSetting },
  parameters: {
    layout: 'padded',
    a11y: {
      test: 'error',
      options: {
        runOnly: {
          type: 'tag',
          values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'],
        },
      },
    },
    viewport: {
      options: {
        narrow: { name: '320 px (zoom 400 %)', styles: { width: '320px', height: '640px' }, type: 'mobile' },
        phone: { name: '390 px', styles: { width: '390px', height: '844px' }, type: 'mobile' },
        tablet: { name: '768 px', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
      },
    },
    options: { storySort: { order: ['Accueil', 'Avis', 'Jetons'] } },
  },
};

export default preview;
