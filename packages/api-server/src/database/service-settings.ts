/** What a team settles for its service: the content of `service.settings`. A row written by an older or a later version is read all the same: defaults for what it lacks, no notice of what it adds. */
import { scales } from '@spplus/contract/opinion';
import { z } from 'zod';

const webAddress = z.url({ protocol: /^https?$/ });

export const ServiceSettings = z.object({
  /** Scale in which satisfaction is asked. */
  scale: z.enum(scales).default('four'),
  /** Procedures and tags offered as choices. */
  procedures: z.array(z.string().min(1).max(200)).max(200).default([]),
  tags: z.array(z.string().min(1).max(60)).max(50).default([]),
  /** Announced delay for an answer, in days. */
  answerDays: z.int().min(1).max(365).optional(),
  /** Days before an e-mail is erased. */
  keepEmailDays: z.int().min(1).max(3650).default(365),
  /** Days before the whole opinion is erased, published or not. */
  keepDays: z.int().min(1).max(3650).default(1095),
  /** Days before a demand is erased, from its end. */
  keepDemandDays: z.int().min(1).max(36_500).default(365),
  /** Ask browsers for a proof of work before an opinion. */
  proofOfWork: z.boolean().default(false),
  /** Page to contact the service about one's own file. */
  contactUrl: webAddress.optional(),
  /** Page that says how personal data is treated. */
  privacyUrl: webAddress.optional(),
  /** Milliseconds under which a form filled in is flagged as too fast. */
  minimumTime: z.int().min(0).max(60_000).default(800),
  /** Writes a minute; absent follows RATE_PER_ADDRESS and RATE_PER_SERVICE, 0 sets no limit. */
  ratePerAddress: z.int().min(0).max(100_000).optional(),
  ratePerService: z.int().min(0).max(1_000_000).optional(),
});
export type ServiceSettings = z.infer<typeof ServiceSettings>;

export const defaultServiceSettings: ServiceSettings = ServiceSettings.parse({});
