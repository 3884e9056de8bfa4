import { expect, waitUntil } from '@open-wc/testing';
import { testApi } from '../../../scripts/browsers/commands.ts';
import { network, open, openElement, recorded, written } from './visit.ts';

const elsewhere = '/v1/services/autre-service/feedback';

describe('a widget that is told something else after it was drawn', () => {
  it('asks for the other service, and leaves what was typed to the first', async () => {
    network.line = (call, send) =>
      call.path === elsewhere ? Promise.resolve(new Response(null, { status: 404 })) : send();
    const widget = open();
    const { service } = widget.element;
    await widget.press('Satisfait');
    await widget.reads(recorded);
    await widget.type(/^Un mot pour le service/, 'Pour le premier.');
    widget.element.service = 'autre-service';
    await widget.reads('Votre réponse est envoyée dès que vous choisissez.');
    expect(widget.words).not.to.include('Un mot pour le service');
    await widget.press('Pas satisfait');
    await waitUntil(() => written('POST').some(({ path }) => path === elsewhere));
    widget.element.service = service;
    await widget.reads('Nous avons gardé ce que vous aviez écrit.');
    expect((await widget.field(/^Un mot/)).value).to.equal('Pour le premier.');
    expect(written('POST').filter(({ path }) => path !== elsewhere)).to.have.length(1);
  });

  it('works for frameworks that set properties, never an attribute', async () => {
    const { api, service } = testApi();
    const element = document.createElement('spplus-feedback-widget');
    Object.assign(element, { api, service, scale: 'four', questions: 'delay', procedure: 'Passeport' });
    const widget = openElement(element);
    await widget.press('Tout à fait');
    await waitUntil(() => written('POST').length === 1);
    expect(written('POST')[0]?.body).to.include('"procedure":"Passeport"');
    expect(await widget.choice(/délai/i, 'Tout à fait')).to.exist;
    expect(element.hasAttribute('data-spplus-error')).to.equal(false);
  });

  it('asks in the other way', async () => {
    const widget = open();
    await widget.button('Satisfait');
    widget.element.mode = 'page';
    await widget.reads('Cette page vous a-t-elle été utile');
    widget.element.mode = 'button';
    await widget.press('Donner mon avis');
    await widget.button('Fermer');
    await widget.button('Satisfait');
    widget.element.mode = 'experience';
    await widget.heading('Donnez votre avis');
    await waitUntil(() => !widget.element.shadowRoot?.querySelector('dialog'));
  });

  it('keeps its dialog open for the other service', async () => {
    const widget = open({ mode: 'button', open: '' });
    await widget.button('Satisfait');
    widget.element.service = 'autre-service';
    await widget.element.updateComplete;
    await widget.button('Satisfait');
    expect(widget.element.shadowRoot?.querySelector('dialog')?.open).to.equal(true);
  });
});

describe('a widget that a page puts away and brings back', () => {
  it('shows the form again, with what was typed', async () => {
    const widget = open();
    await widget.press('Satisfait');
    await widget.reads(recorded);
    await widget.type(/^Un mot pour le service/, 'À finir plus tard.');
    widget.element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(widget.element);
    await widget.reads('Nous avons gardé ce que vous aviez écrit.');
    expect((await widget.field(/^Un mot/)).value).to.equal('À finir plus tard.');
  });

  it('opens its dialog again when it is still asked for', async () => {
    const widget = open({ mode: 'button', open: '' });
    await widget.button('Satisfait');
    widget.element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.body.append(widget.element);
    await waitUntil(() => widget.element.shadowRoot?.querySelector('dialog')?.matches(':modal'));
    await widget.button('Satisfait');
  });
});
