/** PostHog's surveys as a page gets them: the library, its surveys beside it, and a survey from its API (answered on loopback). */
import posthog from 'posthog-js';
import 'posthog-js/dist/surveys.js';

posthog.init('bench', {
  api_host: location.origin,
  autocapture: false,
  capture_pageview: false,
  capture_pageleave: false,
  disable_session_recording: true,
  persistence: 'memory',
});
