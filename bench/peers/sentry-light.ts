/** The lightest Sentry's feedback can be: a client with that integration and nothing else. */
import {
  BrowserClient,
  defaultStackParser,
  feedbackIntegration,
  getCurrentScope,
  makeFetchTransport,
} from '@sentry/browser';
import { sentryWords } from './words.ts';

const client = new BrowserClient({
  dsn: 'http://bench@127.0.0.1:9/1',
  transport: makeFetchTransport,
  stackParser: defaultStackParser,
  integrations: [feedbackIntegration(sentryWords)],
});
getCurrentScope().setClient(client);
client.init();
