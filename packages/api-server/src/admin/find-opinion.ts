/** From a reference as a person types or dictates it to one opinion. */
import { Reference } from '@spplus/contract/scalars';
import type { FeedbackKey } from '../feedback/feedback-row.ts';
import { notFound, option, usageError, type Context } from './command.ts';
import { findService } from './find-service.ts';

export const serviceOption = {
  service: { type: 'string', value: 'ID', says: 'the service; may be left out when it is clear' },
} as const;

/** Crockford's base 32 reads O as 0, I and L as 1, and small letters as capitals. */
export function normalReference(text: string): string {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const reference = `${plain.slice(0, 4)}-${plain.slice(4)}`;
  if (!Reference.safeParse(reference).success)
    throw usageError(`"${text}" is not a reference. One looks like A7K3-M9QX.`);
  return reference;
}

export async function findOpinion({ db, options }: Context, text: string): Promise<FeedbackKey> {
  const reference = normalReference(text);
  const named = option(options, 'service');
  if (named !== undefined) await findService(db, named);
  const query = db.selectFrom('feedback').select('service_id').where('reference', '=', reference).orderBy('service_id');
  const rows = await (named === undefined ? query : query.where('service_id', '=', named)).execute();
  const [only] = rows;
  if (!only)
    throw notFound(
      `There is no opinion ${reference}${named === undefined ? '' : ` in ${named}`}. It may have been erased.`,
    );
  if (rows.length > 1) {
    throw usageError(
      `${reference} exists in several services. Add --service with one of ${rows.map((row) => row.service_id).join(', ')}.`,
    );
  }
  return { service: only.service_id, reference };
}
