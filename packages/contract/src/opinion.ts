/** What a person says about a service. Every part but the first rating is optional: one gesture is an opinion. */
import * as z from 'zod/mini';
import { opinionWith, ratingOf, storyWith, type Strictness } from './opinion-shape.ts';
import { questions, scaleSteps } from './opinion-terms.ts';
import { text } from './scalars.ts';

export { OpinionOnRecord, Rating, Story } from './opinion-on-record.ts';
export { Channel, Question, Scale, Speaker } from './opinion-shape.ts';
export { channels, questions, scales, scaleSteps, speakers } from './opinion-terms.ts';

const received: Strictness = {
  words: text,
  list: (item, max) => z.array(item).check(z.maxLength(max)),
  pattern: (pattern, max) => z.string().check(z.maxLength(max), z.regex(pattern)),
};

/** Nobody gives 8 out of 3: a mark beyond its scale would bend every indicator it enters. */
const mark = ratingOf(z.int().check(z.gte(1), z.lte(10))).check(
  z.refine(({ scale, value }) => value <= scaleSteps[scale], {
    path: ['value'],
    error: 'This mark is beyond its scale.',
  }),
);

/** One mark for each question: a second one would count the same person twice. */
const marks = z.array(mark).check(
  z.minLength(1),
  z.maxLength(questions.length),
  z.refine((given) => new Set(given.map(({ question }) => question)).size === given.length, {
    error: 'Give each question one mark.',
  }),
);

/** An opinion as a server receives it, held to every limit. */
export const Opinion = opinionWith(marks, storyWith(received), received);
export type Opinion = z.infer<typeof Opinion>;

/**
 * Has the opinion words that a moderator must read? Without any it is accepted as it comes. A procedure and tags are most often
 * the page's own; they are published with a story only, and read with it.
 */
export const hasWords = (opinion: Opinion): boolean => Boolean(opinion.comment ?? opinion.story ?? opinion.pseudonym);
