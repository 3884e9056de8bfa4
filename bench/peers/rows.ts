/** The peers, each with the page its documentation would have a town write; `bench/package.json` says their versions. */
import { bundledRow, type Row } from '../measure/rows.ts';
import { answers, comment, question, send, survey } from './words.ts';

type Files = Map<string, string | Uint8Array>;
const page = (name: string) => `bench/peers/${name}.ts`;

/** What PostHog's server answers to a page with surveys. */
function posthogAnswers(): [path: string, body: string][] {
  const config = JSON.stringify({ surveys: true, supportedCompression: [], hasFeatureFlags: false });
  return [
    ['/array/bench/config.js', `window._POSTHOG_REMOTE_CONFIG = { bench: { config: ${config}, siteApps: [] } };`],
    ['/api/surveys/', JSON.stringify({ surveys: [survey('widget')] })],
  ];
}

/** Shown closed, a form behind a button. */
export async function closedPeers(files: Files): Promise<Row[]> {
  for (const [path, body] of posthogAnswers()) files.set(path, body);
  const sentry = {
    markup: '',
    element: '#sentry-feedback',
    drawn: '.widget__actor',
    next: { button: '.widget__actor', shows: 'textarea' },
  };
  return [
    await bundledRow(files, page('sentry-light'), { name: 'Sentry feedback, alone', ...sentry }),
    await bundledRow(files, page('sentry'), { name: 'Sentry feedback', ...sentry }),
    await bundledRow(files, page('posthog'), {
      name: 'PostHog surveys',
      markup: '',
      element: '[class^=PostHogSurvey]',
      drawn: '.ph-survey-widget-tab',
      next: { button: '.ph-survey-widget-tab', shows: 'input[type=radio]' },
    }),
  ];
}

const elementsForm = (prefix: 'sl' | 'wa', buttonVariant: string): string =>
  `<form><${prefix}-radio-group label="${question}" name="note">` +
  answers.map((answer, index) => `<${prefix}-radio value="${String(index)}">${answer}</${prefix}-radio>`).join('') +
  `</${prefix}-radio-group><${prefix}-textarea label="${comment}" name="comment" rows="5"></${prefix}-textarea>` +
  `<${prefix}-button type="submit" variant="${buttonVariant}">${send}</${prefix}-button></form>`;

const dsfrForm =
  `<form><fieldset class="fr-fieldset"><legend class="fr-fieldset__legend">${question}</legend>` +
  answers
    .map(
      (answer, index) =>
        `<div class="fr-fieldset__element"><div class="fr-radio-group"><input type="radio" id="note-${String(index)}" name="note" value="${String(index)}">` +
        `<label class="fr-label" for="note-${String(index)}">${answer}</label></div></div>`,
    )
    .join('') +
  `</fieldset><div class="fr-input-group"><label class="fr-label" for="comment">${comment}</label>` +
  `<textarea class="fr-input" id="comment" name="comment" rows="5"></textarea></div><button class="fr-btn">${send}</button></form>`;

/** Shown open, a form in the page. */
export async function formPeers(files: Files): Promise<Row[]> {
  return [
    await bundledRow(files, page('shoelace'), {
      name: 'Shoelace',
      markup: elementsForm('sl', 'primary'),
      element: 'sl-radio, sl-textarea, sl-button',
      drawn: '[part]',
      next: 'hundred',
    }),
    await bundledRow(files, page('posthog-preview'), {
      name: 'PostHog surveys, drawing alone',
      markup: '',
      element: '#place',
      drawn: 'input[type=radio]',
    }),
    await bundledRow(files, page('webawesome'), {
      name: 'Web Awesome',
      markup: elementsForm('wa', 'brand'),
      element: 'wa-radio, wa-textarea, wa-button',
      drawn: '[part]',
      next: 'hundred',
    }),
    await bundledRow(files, page('react'), {
      name: 'React, its runtime',
      markup: '',
      element: '#place',
      drawn: 'textarea',
    }),
    await bundledRow(files, page('dsfr'), {
      name: 'DSFR',
      markup: dsfrForm,
      element: '#place > form',
      drawn: 'button',
      next: 'hundred',
    }),
  ];
}
