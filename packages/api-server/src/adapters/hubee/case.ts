/**
 * Folders and cases as the HubEE API answers them: what the tracker needs of schemas `Folder`, `Case` and `Event` in its
 * `api_folder_v1.2.7.yaml` (github.com/dinum-HubEE/Documentations). Not read: the applicant, the author of an event, and
 * `comment`, which the recipients write for themselves.
 */
import { z } from 'zod';
import { listOf, optionalObject, optionalText, rawInstant, text } from '../tolerant.ts';

const Attachment = z.object({ id: text, fileName: optionalText, type: optionalText });

const Event = z.object({
  id: text,
  /** `OSL` for the online service that sent the folder, `SI` for the software of the recipient. */
  transmitter: optionalObject({ type: optionalText }),
  message: optionalText,
  actionType: optionalText,
  createDateTime: rawInstant,
  caseCurrentStatus: optionalText,
  caseNewStatus: optionalText,
  attachments: listOf(Attachment),
});

export const Case = z.object({
  id: text,
  status: optionalText,
  createDateTime: rawInstant,
  transmissionDateTime: rawInstant,
  updateDateTime: rawInstant,
  closeDateTime: rawInstant,
  events: listOf(Event),
});

export const Folder = z.object({
  id: text,
  globalStatus: optionalText,
  createDateTime: rawInstant,
  updateDateTime: rawInstant,
  closeDateTime: rawInstant,
  cases: listOf(Case),
});

export type Case = z.output<typeof Case>;
export type Event = z.output<typeof Event>;
export type Folder = z.output<typeof Folder>;
