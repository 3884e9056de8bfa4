/** What the texts say of one procedure, as domain/procedure-profile reads it. */
import * as z from 'zod/mini';
import { text } from './scalars.ts';

const optional = z.exactOptional;
const count = (max: number) => optional(z.int().check(z.gte(0), z.lte(max)));
const source = text(500);

export const Period = z
  .object({ months: count(1200), weeks: count(5200), days: count(36_500), workingDays: count(36_500) })
  .check(
    z.refine((period) => Object.values(period).some((length) => length > 0), {
      error: 'Expected a period, e.g. { "months": 2 }',
    }),
  );

/** Whose public holidays are kept: a zone of the official list. */
export const Territory = z.enum([
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'guyane',
  'la-reunion',
  'martinique',
  'mayotte',
  'nouvelle-caledonie',
  'polynesie-francaise',
  'saint-barthelemy',
  'saint-martin',
  'saint-pierre-et-miquelon',
  'wallis-et-futuna',
]);

export const ProcedureProfile = z.object({
  silence: z.enum(['accept', 'reject', 'none', 'unknown']),
  period: optional(Period),
  source: optional(source),
  territory: Territory,
  courtTerritory: optional(Territory),
  court: optional(z.object({ period: Period, source })),
  prior: optional(z.object({ kind: z.enum(['rapo', 'cada']), period: Period, silence: Period, source })),
  pieces: optional(z.object({ askedWithin: optional(Period), unsupplied: optional(z.literal('reject')) })),
  answer: optional(z.object({ period: Period, extended: Period, source })),
  noReceipt: optional(source),
});
export type ProcedureProfile = z.infer<typeof ProcedureProfile>;
