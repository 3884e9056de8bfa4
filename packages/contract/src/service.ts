/** A service that collects opinions, as a page needs to know it. */
import * as z from 'zod/mini';
import { Scale } from './opinion.ts';
import { ServiceId } from './scalars.ts';

export const Service = z.object({
  id: ServiceId,
  name: z.string(),
  /** Scale in which its satisfaction questions are asked. */
  scale: Scale,
  /** Procedures offered as choices; empty means the person writes it. */
  procedures: z.array(z.string()),
  tags: z.array(z.string()),
  /** Announced delay for an answer, in days; absent when none is announced. */
  answerDays: z.optional(z.int()),
  /** Days before an e-mail, then everything, is erased. */
  keepEmailDays: z.int(),
  keepDays: z.int(),
  /** Does sending ask for a proof of work? */
  proofOfWork: z.boolean(),
  /** Page of the service to contact for one's own file. */
  contactUrl: z.optional(z.string().check(z.regex(/^https?:\/\//))),
  /** Page that says how personal data is treated. */
  privacyUrl: z.optional(z.string().check(z.regex(/^https?:\/\//))),
});
export type Service = z.infer<typeof Service>;

/** A proof-of-work challenge as the ALTCHA protocol words it; solved by its library, not read by ours. */
export const Challenge = z.looseObject({ signature: z.string() });
export type Challenge = z.infer<typeof Challenge>;
