/** Improvements as the API gives them to a page, held to what a page shows; what comes with a later version stays. */
import * as z from 'zod/mini';

const optional = z.optional(z.string());

export const ImprovementOnRecord = z.looseObject({
  id: z.string(),
  commitment: z.number(),
  asked: z.string(),
  status: z.string(),
  answer: z.string(),
  reason: optional,
  date: optional,
  place: optional,
  level: optional,
  people: z.optional(z.number()),
  sources: z.optional(z.array(z.string())),
  figure: z.optional(
    z.looseObject({
      label: z.string(),
      unit: z.string(),
      before: z.number(),
      after: z.number(),
      beforeN: z.optional(z.number()),
      afterN: z.optional(z.number()),
    }),
  ),
  link: z.optional(z.looseObject({ label: z.string(), url: z.string() })),
  corrections: z.optional(z.array(z.looseObject({ at: z.string(), text: z.string() }))),
});
export type ImprovementOnRecord = z.infer<typeof ImprovementOnRecord>;

export const ImprovementPageOnRecord = z.looseObject({ items: z.array(ImprovementOnRecord), next: optional });
export type ImprovementPageOnRecord = z.infer<typeof ImprovementPageOnRecord>;
