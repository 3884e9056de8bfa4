import { expect } from '@open-wc/testing';
import { open } from './visit.ts';

const { clipboard } = navigator;
const replaceClipboard = (value: unknown) =>
  Object.defineProperty(navigator, 'clipboard', { value, configurable: true });

afterEach(() => replaceClipboard(clipboard));

describe('a receipt', () => {
  it('is copied whole, and so is its link, whose secret is in the fragment', async () => {
    const copied: string[] = [];
    replaceClipboard({ writeText: async (text: string) => void copied.push(text) });
    const widget = open();
    await widget.press('Satisfait');
    await widget.press('Terminer');
    const { reference, secret } = await widget.receipt();
    await widget.press('Copier le reçu');
    await widget.reads('Copié');
    await widget.press('Copier le lien du reçu');
    const [receipt = '', link = ''] = copied;
    expect(receipt).to.equal(`${reference} ${secret}`);
    expect(new URL(link).hash).to.equal(`#spplus-receipt=${widget.element.service}.${reference}.${secret}`);
    expect(link.split('#')[0]).to.equal(location.href.split('#')[0]);
  });

  it('has its secret selected where copying is refused or unknown: one key copies it', async () => {
    for (const refused of [{ writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }, undefined]) {
      replaceClipboard(refused);
      const widget = open();
      await widget.press('Satisfait');
      await widget.press('Terminer');
      const { secret } = await widget.receipt();
      const selected: Node[] = [];
      const { selectAllChildren } = Selection.prototype;
      Selection.prototype.selectAllChildren = function (node) {
        selected.push(node);
        selectAllChildren.call(this, node);
      };
      await widget.press('Copier le reçu');
      await new Promise((resolve) => setTimeout(resolve, 50));
      Selection.prototype.selectAllChildren = selectAllChildren;
      expect(selected.map(({ textContent }) => textContent)).to.deep.equal([secret]);
      expect(widget.words).not.to.include('Copié');
      widget.element.remove();
    }
  });
});
