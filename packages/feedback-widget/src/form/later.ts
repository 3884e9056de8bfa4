/** What is drawn only once a person says more than one rating: loaded while they write. */
export { checkingTemplate } from './checking-template.ts';
export { experienceStep } from './experience-templates.ts';
export { otherRatings } from './other-questions.ts';
export { errorOf, notes } from './notes.ts';
