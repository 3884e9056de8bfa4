import { expect } from '@open-wc/testing';
import { baseStyles } from '@spplus/ui/styles/base-styles';
import { formStyles } from '@spplus/ui/styles/form-styles';
import { surfaceStyles } from '@spplus/ui/styles/surface-styles';
import { adoptStyles, nothing, render } from 'lit';
import { axeFindings } from '../../ui/test/axe.ts';
import type { FormGestures } from '../src/form/form-gestures.ts';
import { formStates } from './builders.ts';
import { drawForm } from './draw-form.ts';

describe('each state of the form', () => {
  const gestures = new Proxy({} as FormGestures, { get: () => () => undefined });

  for (const [name, build] of Object.entries(formStates)) {
    it(`${name}: passes axe`, async () => {
      const main = document.createElement('main');
      const root = main.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
      document.body.append(main);
      adoptStyles(root, [baseStyles, surfaceStyles, formStyles]);
      render(drawForm(build(), 'fr', gestures), root);
      const findings = await axeFindings(main);
      render(nothing, root);
      main.remove();
      expect(findings).to.deep.equal([]);
    });
  }
});
