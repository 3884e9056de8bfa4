/** What the pages use of packages that only `npm run bench:peers` installs: types hold without them. */
declare module '@awesome.me/webawesome/*';
declare module '@gouvfr/dsfr/*';
declare module '@shoelace-style/shoelace/*';

declare module '@sentry/browser' {
  export type Integration = Readonly<{ name: string }>;
  export type Transport = () => unknown;
  export type StackParser = (stack: string) => unknown;
  export function init(options: { dsn: string; integrations: Integration[] }): void;
  export function feedbackIntegration(options: Record<string, string | boolean>): Integration;
  export const defaultStackParser: StackParser;
  export const makeFetchTransport: Transport;
  export function getCurrentScope(): { setClient(client: BrowserClient): void };
  export class BrowserClient {
    constructor(options: { dsn: string; integrations: Integration[]; transport: Transport; stackParser: StackParser });
    init(): void;
  }
}

declare module 'posthog-js' {
  const posthog: { init(key: string, options: Record<string, string | boolean>): void };
  export default posthog;
}
declare module 'posthog-js/dist/surveys.js';
declare module 'posthog-js/dist/surveys-preview.js' {
  export function renderSurveysPreview(options: {
    survey: unknown;
    parentElement: HTMLElement;
    previewPageIndex: number;
  }): void;
}

declare module 'react' {
  export interface Node {
    readonly type: string;
  }
  type Child = Node | string | readonly Node[];
  export function createElement(type: string, properties: object | null, ...children: Child[]): Node;
}
declare module 'react-dom/client' {
  import type { Node } from 'react';
  export function createRoot(place: Element): { render(node: Node): void };
}
