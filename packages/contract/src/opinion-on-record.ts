/** An opinion as a server gives it back. */
import * as z from 'zod/mini';
import { opinionWith, ratingOf, storyWith, type Strictness } from './opinion-shape.ts';

/** A reader is tolerant: limits may change while pages of last year are still open, and browsers need not carry them. */
const read: Strictness = {
  words: () => z.string(),
  list: (item) => z.array(item),
  pattern: () => z.string(),
};

/** The experience, as it may be published. */
export const Story = /*@__PURE__*/ storyWith(read);
export type Story = z.infer<typeof Story>;

/** One answer; stored with its scale, so that a raw distribution always says how it was asked. */
export const Rating = ratingOf(z.int());
export type Rating = z.infer<typeof Rating>;

export const OpinionOnRecord = /*@__PURE__*/ opinionWith(z.array(Rating), Story, read);
