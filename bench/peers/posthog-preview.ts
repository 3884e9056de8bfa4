/** What draws PostHog's surveys, without the library around it. */
import { renderSurveysPreview } from 'posthog-js/dist/surveys-preview.js';
import { survey } from './words.ts';

const place = document.getElementById('place');
if (place) renderSurveysPreview({ survey: survey('popover'), parentElement: place, previewPageIndex: 0 });
