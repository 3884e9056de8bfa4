/** What an opinion is made of; how strictly it is held depends on who reads it (opinion.ts, opinion-on-record.ts). */
import * as z from 'zod/mini';
import { channels, questions, scales, speakers } from './opinion-terms.ts';
import { DateOrMonth, LanguageTag } from './scalars.ts';

export const Question = z.enum(questions);
export type Question = z.infer<typeof Question>;

export const Scale = z.enum(scales);
export type Scale = z.infer<typeof Scale>;

export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

export const Speaker = z.enum(speakers);
export type Speaker = z.infer<typeof Speaker>;

/** A mark on a scale: from 1 to the scale's number of steps. */
export const ratingOf = <Value extends z.ZodMiniType<number>>(value: Value) =>
  z.object({ question: Question, scale: Scale, value });

/** How strictly texts and lists are held: to their limits when they are received, to their kind when they are read. */
export interface Strictness {
  words: (max: number) => z.ZodMiniType<string, string>;
  list: <Item extends z.ZodMiniType>(item: Item, max: number) => z.ZodMiniType<z.infer<Item>[], z.input<Item>[]>;
  pattern: (pattern: RegExp, max: number) => z.ZodMiniType<string, string>;
}

export const storyWith = ({ words }: Strictness) =>
  z.object({
    title: words(120),
    happened: words(5000),
    wentWell: z.optional(words(2000)),
    wentBadly: z.optional(words(2000)),
  });

export const opinionWith = <R extends z.ZodMiniType, S extends z.ZodMiniType>(
  ratings: R,
  story: S,
  { words, list, pattern }: Strictness,
) =>
  z.object({
    ratings,
    /** A word to the team, or what was missing in a page. Read by agents, never published. */
    comment: z.optional(words(2000)),
    story: z.optional(story),
    /** When it happened. */
    date: z.optional(DateOrMonth),
    /** Which procedure it was about, in the team's or the person's words. */
    procedure: z.optional(words(200)),
    channels: z.optional(list(Channel, channels.length)),
    /** Ten of the page at most, and all that a service may offer as choices. */
    tags: z.optional(list(words(60), 60)),
    speaker: z.optional(Speaker),
    /** Name shown with a published story; without one, « Une personne ». */
    pseudonym: z.optional(words(60)),
    /** Path of the page the opinion is about, without query or fragment. */
    page: z.optional(pattern(/^\/[^?#\s]*$/, 300)),
    /** Where to send the answer. Used for nothing else, never published, erased at the date the receipt states. */
    email: z.optional(pattern(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 254)),
    /** May the story be published? Separate from the wish to be answered. */
    publish: z.boolean(),
    language: LanguageTag,
  });
