/** A story published with the person's consent, and the answers to it. */
import * as z from 'zod/mini';
import { Outcome } from './answer.ts';
import { Channel, Rating, Story } from './opinion.ts';
import { DateOrMonth, Instant, LanguageTag } from './scalars.ts';

export const PublishedAnswer = z.object({
  body: z.string(),
  signature: z.string(),
  outcome: Outcome,
  answeredAt: Instant,
  /** Did the person find it useful? Absent as long as they have not said. */
  useful: z.optional(z.boolean()),
});

export const PublishedExperience = z.object({
  /** Not the reference: a reader learns nothing that opens the person's receipt. */
  id: z.string(),
  story: Story,
  ratings: z.array(Rating),
  date: z.optional(DateOrMonth),
  procedure: z.optional(z.string()),
  channels: z.optional(z.array(Channel)),
  tags: z.optional(z.array(z.string())),
  pseudonym: z.optional(z.string()),
  language: LanguageTag,
  publishedAt: Instant,
  answers: z.array(PublishedAnswer),
});
export type PublishedExperience = z.infer<typeof PublishedExperience>;

/** Newest first. `next` is the cursor of the following page, absent on the last. */
export const ExperiencePage = z.object({ items: z.array(PublishedExperience), next: z.optional(z.string()) });
export type ExperiencePage = z.infer<typeof ExperiencePage>;
