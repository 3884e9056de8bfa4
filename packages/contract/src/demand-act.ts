/** What the person may do from the tracker: each becomes a dated event of the demand. */
import * as z from 'zod/mini';
import { Identifier, words } from './demand-parts.ts';

const optional = z.exactOptional;
const inCase = { caseId: optional(Identifier) };

export const DemandAct = z.discriminatedUnion('type', [
  z.object({ type: z.literal('question-answered'), ...inCase, actionId: Identifier, text: words }),
  /** Spontaneous without an action. */
  z.object({ type: z.literal('correction-made'), ...inCase, actionId: optional(Identifier), text: words }),
  /** Said to be supplied by another way: what, and how. */
  z.object({
    type: z.literal('documents-supplied'),
    ...inCase,
    actionId: Identifier,
    text: words,
    partial: optional(z.boolean()),
  }),
  z.object({ type: z.literal('decision-read'), ...inCase }),
  z.object({ type: z.literal('withdrawn'), text: optional(words) }),
]);
export type DemandAct = z.infer<typeof DemandAct>;
