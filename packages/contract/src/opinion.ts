/** What a person says about a service. Every part but the first rating is optional: one gesture is an opinion. */
import * as z from 'zod/mini';
import { DateOrMonth, LanguageTag, text } from './scalars.ts';

/**
 * What is asked. `overall`, `delay`, `access`, `effort` and `relation` carry the official wording of commitment 6,
 * `online` the mark of an online procedure, `page` « Cette page vous a-t-elle été utile ? ».
 */
export const questions = ['overall', 'delay', 'access', 'effort', 'relation', 'online', 'page'] as const;
export const Question = z.enum(questions);
export type Question = z.infer<typeof Question>;

/**
 * How it is answered: `two` no / yes; `three` not satisfied / neither / satisfied; `four` not at all / rather not /
 * rather / very; `ten` a mark from 1 to 10. Rates of different scales are never mixed.
 */
export const scales = ['two', 'three', 'four', 'ten'] as const;
export const Scale = z.enum(scales);
export type Scale = z.infer<typeof Scale>;

/** Number of steps of each scale; a rating's value runs from 1 (worst) to this (best). */
export const scaleSteps = { two: 2, three: 3, four: 4, ten: 10 } as const satisfies Record<Scale, number>;

/** One answer; stored with its scale, so that a raw distribution always says how it was asked. */
export const Rating = z.object({ question: Question, scale: Scale, value: z.int().check(z.gte(1), z.lte(10)) });
export type Rating = z.infer<typeof Rating>;

export const channels = ['counter', 'phone', 'email', 'online', 'post', 'video', 'home', 'other'] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

/** Who speaks: the person, someone close, or a professional who accompanies (social worker, France services). */
export const speakers = ['self', 'relative', 'professional'] as const;
export const Speaker = z.enum(speakers);
export type Speaker = z.infer<typeof Speaker>;

/** The experience, as it may be published. */
export const Story = z.object({
  title: text(120),
  happened: text(5000),
  wentWell: z.optional(text(2000)),
  wentBadly: z.optional(text(2000)),
});
export type Story = z.infer<typeof Story>;

export const Opinion = z.object({
  ratings: z.array(Rating).check(z.minLength(1), z.maxLength(questions.length)),
  /** A word to the team, or what was missing in a page. Read by agents, never published. */
  comment: z.optional(text(2000)),
  story: z.optional(Story),
  /** When it happened. */
  date: z.optional(DateOrMonth),
  /** Which procedure it was about, in the team's or the person's words. */
  procedure: z.optional(text(200)),
  channels: z.optional(z.array(Channel).check(z.maxLength(channels.length))),
  tags: z.optional(z.array(text(60)).check(z.maxLength(10))),
  speaker: z.optional(Speaker),
  /** Name shown with a published story; without one, « Une personne ». */
  pseudonym: z.optional(text(60)),
  /** Path of the page the opinion is about, without query or fragment. */
  page: z.optional(z.string().check(z.maxLength(300), z.regex(/^\/[^?#\s]*$/))),
  /** Where to send the answer. Used for nothing else, never published, erased at the date the receipt states. */
  email: z.optional(z.string().check(z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/))),
  /** May the story be published? Separate from the wish to be answered. */
  publish: z.boolean(),
  language: LanguageTag,
});
export type Opinion = z.infer<typeof Opinion>;

/** Has the opinion words that a moderator must read? Without any it is accepted as it comes. */
export const hasWords = (opinion: Opinion): boolean =>
  Boolean(opinion.comment ?? opinion.story ?? opinion.procedure ?? opinion.pseudonym ?? opinion.tags?.length);
