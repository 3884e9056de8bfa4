/**
 * Shows every story on a bare page, without Storybook, which needs inline scripts: under the strict header only what the
 * elements do is judged. Whatever the browser refuses, and every uncaught error, goes to the program that opened the page.
 */
import './themes.css';
import { render, type TemplateResult } from 'lit';
import { defaultSetting, dress } from './page-setting.ts';

interface Story {
  render?: (args: object) => TemplateResult;
  args?: object;
  play?: (context: { canvasElement: HTMLElement }) => Promise<void>;
}
type StoryFile = { default: Story & { title: string } } & Record<string, Story>;
export interface StoryOutcome {
  story: string;
  faults: string[];
}

const files = import.meta.glob<StoryFile>('./*.stories.ts', { eager: true });
const stage = document.querySelector('main');
if (!stage) throw new Error('csp.html has no <main>.');

let faults: string[] = [];
document.addEventListener(
  'securitypolicyviolation',
  ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
    faults.push(`${effectiveDirective} refused ${blockedURI} ${sample} at ${sourceFile || '?'}:${lineNumber}`);
  },
);
addEventListener('error', ({ message }) => faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));

/** Violations are reported in a later task, and elements draw in a few of them. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

async function show(name: string, meta: Story, story: Story): Promise<StoryOutcome> {
  faults = [];
  const place = document.createElement('div');
  stage?.replaceChildren(place);
  try {
    const draw = story.render ?? meta.render;
    if (!draw) throw new Error('The story has no render function.');
    render(draw({ ...meta.args, ...story.args }), place);
    await settle();
    await (story.play ?? meta.play)?.({ canvasElement: place });
    await settle();
  } catch (error) {
    faults.push(String(error));
  }
  return { story: name, faults };
}

/** Proves that a violation would be seen: a style attribute in markup and, where Trusted Types exist, a string as markup. */
async function showForbidden(): Promise<StoryOutcome> {
  faults = [];
  stage?.setAttribute('style', 'color: red');
  try {
    // eslint-disable-next-line no-restricted-syntax -- the very thing the policy must refuse
    if ('trustedTypes' in globalThis) document.createElement('p').innerHTML = '<b>refused</b>';
  } catch {
    // Trusted Types throw, and report as well.
  }
  await settle();
  const seen =
    faults.some((fault) => fault.startsWith('style-src')) &&
    (!('trustedTypes' in globalThis) || faults.some((fault) => fault.startsWith('require-trusted-types-for')));
  stage?.removeAttribute('style');
  return {
    story: 'a violation is seen',
    faults: seen ? [] : [`expected refusals, saw: ${faults.join('; ') || 'none'}`],
  };
}

dress(document.documentElement, defaultSetting);
const outcomes = [await showForbidden()];
for (const { default: meta, ...stories } of Object.values(files)) {
  for (const [name, story] of Object.entries(stories)) outcomes.push(await show(`${meta.title}/${name}`, meta, story));
}
await fetch('/outcomes', { method: 'POST', body: JSON.stringify(outcomes) });
