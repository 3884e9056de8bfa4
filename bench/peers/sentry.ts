/** Sentry's feedback as its documentation shows it: the button that it puts on a page. */
import { feedbackIntegration, init } from '@sentry/browser';
import { sentryWords } from './words.ts';

init({ dsn: 'http://bench@127.0.0.1:9/1', integrations: [feedbackIntegration(sentryWords)] });
