/** The State's design system, style sheet and script as its documentation asks for them. */
import '@gouvfr/dsfr/dist/dsfr.min.css';
import '@gouvfr/dsfr/dist/dsfr.module.min.js';
