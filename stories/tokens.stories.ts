import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { tokensIn, type Token } from './tokens.ts';

const styles = import.meta.glob<string>(['../packages/ui/src/styles/*.ts', '../packages/*/src/**/*styles.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const paint = ({ name, fallback }: Token) =>
  ref((swatch) => (swatch as HTMLElement | undefined)?.style.setProperty('background', `var(${name}, ${fallback})`));

const meta: Meta = {
  title: 'Jetons',
  parameters: {
    docs: {
      description: {
        component:
          'Chaque couleur vient d’abord de la page (`--spplus-*`), puis des variables du DSFR quand la page les a, puis d’une valeur sobre qui suit le mode clair ou sombre.',
      },
    },
  },
  render: () => html`
    <table>
      <caption>
        Les jetons et leurs valeurs de repli
      </caption>
      <thead>
        <tr>
          <th scope="col">Jeton</th>
          <th scope="col">Sinon</th>
          <th scope="col">Ici</th>
        </tr>
      </thead>
      <tbody>
        ${tokensIn(Object.values(styles).join('\n')).map(
          (token) => html`<tr>
            <th scope="row"><code>${token.name}</code></th>
            <td><code>${token.fallback}</code></td>
            <td><span class="swatch" aria-hidden="true" ${paint(token)}></span></td>
          </tr>`,
        )}
      </tbody>
    </table>
  `,
};
export default meta;

export const Tous: StoryObj = {};
