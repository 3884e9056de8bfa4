/** What is measured: one page of a town, with something in it. */
import { bundle } from './bundle.ts';

export interface Row {
  name: string;
  /** Tags of the head, of the place in the page, and of the end of the body. */
  head: string;
  markup: string;
  script: string;
  /** All of these elements (a selector) must show `drawn`, in their shadow tree when they have one. */
  element: string;
  drawn: string;
  /** Then: copy its markup 100 times, press a button inside it and wait for what that shows, or nothing. */
  next?: 'hundred' | { button: string; shows: string };
}

export const sdkFolder = 'packages/sdk/dist/cdn';
const tag = 'spplus-feedback-widget';

/** The style sheet that keeps the modules' place while they come. */
export const ownStyles = '<link rel="stylesheet" href="/sdk/spplus.css">';

type Mode = 'page' | 'button' | 'inline';

const own = (mode: Mode, name: string, file: string): Row => ({
  name: `ours, ${name}`,
  head: ownStyles,
  markup: `<${tag} mode="${mode}"><a href="/contact">Contact</a></${tag}>`,
  script: `<script type="module" src="/sdk/${file}" data-api="http://127.0.0.1:9" data-service="bench"></script>`,
  element: tag,
  drawn: mode === 'inline' ? 'fieldset button' : 'button',
  next: mode === 'button' ? { button: 'button', shows: 'fieldset button' } : 'hundred',
});

/** With the script that finds the modules of a page and loads what they need. */
export const ours = (mode: Mode): Row => own(mode, mode, 'spplus.js');

/** With the other flavour: all of the element in one file. */
export const oursInOneFile = (mode: Mode): Row => own(mode, `${mode}, one file`, 'feedback-widget.js');

type Files = Map<string, string | Uint8Array>;

/** A row whose script is bundled from `entry`; its files join `files`. */
export async function bundledRow(files: Files, entry: string, row: Omit<Row, 'head' | 'script'>): Promise<Row> {
  const name = entry.replace(/^.*\/|\.ts$/g, '');
  const built = await bundle(name, entry);
  for (const [path, content] of built.files) files.set(path, content);
  return {
    ...row,
    head: built.styles.map((path) => `<link rel="stylesheet" href="${path}">`).join(''),
    script: `<script type="module" src="${built.script}"></script>`,
  };
}

/** The floor, and what Lit itself costs. */
export const floors = (files: Files): Promise<[plain: Row, lit: Row]> =>
  Promise.all([
    bundledRow(files, 'bench/pages/plain-question.ts', {
      name: 'plain element',
      markup: '<plain-question></plain-question>',
      element: 'plain-question',
      drawn: 'button',
      next: 'hundred',
    }),
    bundledRow(files, 'bench/pages/lit-form.ts', {
      name: 'bare Lit form',
      markup: '<bare-form></bare-form>',
      element: 'bare-form',
      drawn: 'fieldset button',
      next: 'hundred',
    }),
  ]);

export const pageOf = ({ head, markup, script }: Row): string =>
  '<!doctype html><html lang="fr"><title>Mesure</title><meta name="viewport" content="width=device-width">' +
  `<link rel="icon" href="data:,">${head}<body><h1>Une page</h1><p>Avant.</p>` +
  `<div id="place">${markup}</div><p>Après.</p>${script}`;
