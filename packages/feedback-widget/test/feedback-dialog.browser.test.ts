import { expect, waitUntil } from '@open-wc/testing';
import { press } from '../../../scripts/browsers/commands.ts';
import { open, recorded } from './visit.ts';

describe('the dialog', () => {
  it('opens on a gesture, closes with Escape, gives focus back, and opens again as it was', async () => {
    const widget = open({ mode: 'button' });
    const events: string[] = [];
    for (const name of ['open', 'close'])
      document.body.addEventListener(`spplus-feedback-${name}`, () => events.push(name), { once: true });
    const opener = await widget.button('Donner mon avis');
    opener.focus();
    opener.click();
    await widget.press('Satisfait');
    await widget.type(/^Un mot pour le service/, 'Presque fini.');
    await press('Escape');
    await waitUntil(() => !widget.element.open);
    await waitUntil(() => widget.focusedWords === 'Donner mon avis');
    await widget.press('Donner mon avis');
    expect((await widget.field(/^Un mot/)).value).to.equal('Presque fini.');
    expect(events).to.deep.equal(['open', 'close']);
  });

  it('says what happens from inside, since the page around it is inert', async () => {
    const widget = open({ mode: 'button' });
    await widget.press('Donner mon avis');
    await widget.press('Satisfait');
    const region = () => widget.element.shadowRoot?.querySelector('dialog [aria-live]')?.textContent;
    await waitUntil(() => region() === recorded, 'the sentence is said in the dialog', { timeout: 5_000 });
  });

  it('can be opened and closed by the page', async () => {
    const widget = open({ mode: 'button' });
    await widget.button('Donner mon avis');
    widget.element.open = true;
    await widget.heading('Donnez votre avis');
    widget.element.removeAttribute('open');
    await waitUntil(() => !widget.has('heading', 'Donnez votre avis'));
  });
});
