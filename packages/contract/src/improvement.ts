/** What people asked for and what was done about it (commitment 7): also what was not retained, with the reason. */
import * as z from 'zod/mini';
import { DateOrMonth, Instant, Reference, text } from './scalars.ts';

const optional = z.exactOptional;
const words = text(2000);
const count = z.int().check(z.gte(0));

export const improvementStatuses = ['done', 'started', 'planned', 'not-retained'] as const;
export const improvementSources = ['feedback', 'document-report', 'survey', 'stakeholders'] as const;

const Link = z.object({
  label: text(300),
  url: z
    .string()
    .check(
      z.maxLength(2000),
      z.regex(/^https?:\/\/[^\s<>"\\]{1,1900}$/i, 'Expected an address that starts with https://'),
    ),
});

/** One figure before and after, with how many answers each stands on. */
const Figure = z.object({
  label: text(300),
  unit: z.enum(['%', 'points', 'days', '/10', '/5', 'count']),
  before: z.number(),
  after: z.number(),
  beforeN: optional(count),
  afterN: optional(count),
});

const told = {
  /** Number of the commitment of Services Publics+. */
  commitment: z.int().check(z.gte(1), z.lte(8)),
  level: optional(z.enum(['site', 'department', 'region', 'national'])),
  /** In the words of people. */
  asked: words,
  sources: z.array(z.enum(improvementSources)).check(z.minLength(1), z.maxLength(improvementSources.length)),
  status: z.enum(improvementStatuses),
  /** What was done, or is going to be. */
  answer: words,
  /** Why it was not retained. */
  reason: optional(words),
  date: optional(DateOrMonth),
  place: optional(text(300)),
  figure: optional(Figure),
  link: optional(Link),
};

/** What an agent writes. */
export const ImprovementDraft = z
  .object({
    ...told,
    /** People who asked; without it, the accepted opinions that are named below are counted. */
    people: optional(count),
    /** Opinions that asked for it. They are counted, never told. */
    feedback: optional(z.array(Reference).check(z.maxLength(1000))),
    /** What a correction of a published entry changes; it is published with it. */
    correction: optional(text(500)),
  })
  .check(
    z.refine(({ status, reason }) => status !== 'not-retained' || reason !== undefined, {
      path: ['reason'],
      error: 'Say why it was not retained.',
    }),
  );
export type ImprovementDraft = z.infer<typeof ImprovementDraft>;

/** As anyone reads it. */
export const Improvement = z.object({
  id: z.string(),
  ...told,
  people: optional(count),
  publishedAt: Instant,
  corrections: optional(z.array(z.object({ at: Instant, text: z.string() }))),
});
export type Improvement = z.infer<typeof Improvement>;

/** Newest first. `next` is the cursor of the following page, absent on the last. */
export const ImprovementPage = z.object({ items: z.array(Improvement), next: optional(z.string()) });
export type ImprovementPage = z.infer<typeof ImprovementPage>;
