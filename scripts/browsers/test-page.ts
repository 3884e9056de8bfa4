/** The page an element test runs in. */
import type { TestApi } from './commands.ts';

/**
 * Language and title, so that what axe asks of a page is there; the address of the API; and a failure for whatever a page
 * would otherwise only mention in its console (mocha fails the running test on an uncaught error).
 */
export const testPage = (framework: string, api: TestApi | null): string => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Essais des éléments</title>
    <script>
      globalThis.__spplusApi = ${JSON.stringify(api).replaceAll('<', '\\u003c')};
      addEventListener('securitypolicyviolation', (event) => {
        reportError(new Error('Content security policy: ' + event.effectiveDirective + ' refused ' + (event.blockedURI || event.sample)));
      });
    </script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>
`;
