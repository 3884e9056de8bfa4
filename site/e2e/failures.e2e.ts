/** Bad days: what was typed stays, the person is told what happens next, and nothing is lost or doubled. */
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { Visitor } from './visitor.ts';

const happened = 'Le réseau n’était pas bon ce jour-là.';

test('offline at sending, then back: exactly once in the database', async ({ page, context, demo }) => {
  const title = 'Hors ligne';
  const before = await demo.reader.count();
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await visitor.tell({ title, happened });
  await context.setOffline(true);
  await visitor.button('Envoyer mon avis').click();
  await expect(visitor.module).toContainText('Ce que vous avez écrit est gardé ici', { timeout: 30_000 });
  expect(await violations(page)).toEqual([]);
  // The connection comes back: the opinion leaves by itself.
  await context.setOffline(false);
  await visitor.receipt();
  expect(await demo.reader.titled(title)).toHaveLength(1);
  expect(await demo.reader.count()).toBe(before + 1);
});

test('a service that asks for a proof of work: the device shows that it works, and the opinion arrives', async ({
  page,
  demo,
}) => {
  await demo.askForProof();
  await expect.poll(async () => (await fetch(`${demo.api}/v1/services/mairie-prudente`)).status).toBe(200);
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await visitor.module.evaluate((element) => {
    const other = element.cloneNode(true) as HTMLElement;
    other.setAttribute('service', 'mairie-prudente');
    element.replaceWith(other);
    // A fast machine is done before anybody reads: everything the module says is kept.
    new MutationObserver(() => {
      const said = document.querySelector('#spplus-announcer')?.textContent;
      if (said) document.body.dataset['said'] = `${document.body.dataset['said'] ?? ''} ${said}`;
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await visitor.rate('Satisfait');
  await expect(visitor.module).toContainText('Votre avis est enregistré', { timeout: 30_000 });
  await expect(page.locator('body')).toHaveAttribute('data-said', /Vérification en cours. Patientez quelques secondes/);
});

for (const [what, method, fault] of [
  ['the first answer is lost after the API stored it', 'POST', { kind: 'cut-after' }],
  ['the first answer is truncated', 'POST', { kind: 'truncate' }],
  ['the completion’s answer is lost after the API stored it', 'PUT', { kind: 'cut-after' }],
  ['the completion never reaches the API', 'PUT', { kind: 'cut-before' }],
  ['the completion is answered with something else than agreed', 'PUT', { kind: 'nonsense' }],
] as const) {
  test(`${what}: one opinion all the same`, async ({ page, demo }) => {
    const title = `Ligne coupée : ${what}`;
    const before = await demo.reader.count();
    await page.goto('/avis/');
    const visitor = new Visitor(page);
    // An unreadable answer is not asked for again without a gesture; a lost one is, so it is lost twice.
    demo.line.next(method, fault, fault.kind === 'nonsense' || fault.kind === 'truncate' ? 1 : 2);
    await visitor.tell({ title, happened });
    await visitor.button('Envoyer mon avis').click();
    const done = visitor.module.getByRole('heading', { name: 'Merci, votre avis est reçu' });
    const retry = visitor.button('Réessayer');
    await expect(done.or(retry)).toBeVisible({ timeout: 40_000 });
    if (await retry.isVisible()) await retry.click();
    await visitor.receipt();
    expect(await demo.reader.titled(title)).toHaveLength(1);
    expect(await demo.reader.count()).toBe(before + 1);
  });
}

for (const [status, sentence] of [
  [500, 'Le service a un problème technique'],
  [429, 'Le service reçoit trop de demandes'],
] as const) {
  test(`a server that answers ${status} is told in a clear sentence, and one gesture sends again`, async ({
    page,
    demo,
  }) => {
    const title = `Erreur ${status}`;
    await page.goto('/avis/');
    const visitor = new Visitor(page);
    await visitor.tell({ title, happened });
    demo.line.next('PUT', { kind: 'status', status, ...(status === 429 && { retryAfter: 30 }) }, 20);
    await visitor.button('Envoyer mon avis').click();
    await expect(visitor.module).toContainText(sentence, { timeout: 30_000 });
    expect(await violations(page)).toEqual([]);
    demo.line.heal();
    await visitor.button('Réessayer').click();
    await visitor.receipt();
    expect(await demo.reader.titled(title)).toHaveLength(1);
  });
}

test('the API is killed between the rating and the sending, then started again: nothing lost, nothing doubled', async ({
  page,
  demo,
}) => {
  const title = 'Serveur tué';
  const before = await demo.reader.count();
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await visitor.tell({ title, happened });
  await demo.killApi();
  await visitor.button('Envoyer mon avis').click();
  await expect(visitor.module).toContainText('Ce que vous avez écrit est gardé ici', { timeout: 40_000 });
  await demo.restartApi();
  await visitor.button('Réessayer').click();
  await visitor.receipt();
  expect(await demo.reader.titled(title)).toHaveLength(1);
  expect(await demo.reader.count()).toBe(before + 1);
});

test('a slow line shows that it is sending, and sends once', async ({ page, demo }) => {
  const title = 'Ligne lente';
  await page.goto('/avis/');
  const visitor = new Visitor(page);
  await visitor.tell({ title, happened });
  demo.line.next('PUT', { kind: 'delay', milliseconds: 3000 });
  await visitor.button('Envoyer mon avis').click();
  await expect(visitor.module).toContainText('Envoi en cours…');
  await visitor.receipt();
  expect(await demo.reader.titled(title)).toHaveLength(1);
});
