/** The opinions of a service as a file to download, streamed. */
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { exportFeedbackRows, toCsv, toJson, type ExportRange } from '../maintenance/export-feedback.ts';
import { file } from './respond.ts';

export function exportFile(db: Kysely<Schema>, range: ExportRange, format: 'csv' | 'json'): Response {
  const rows = exportFeedbackRows(db, range);
  const name = `${range.service}.${format}`;
  return format === 'csv'
    ? file(toCsv(rows), name, 'text/csv; charset=utf-8')
    : file(toJson(rows), name, 'application/json');
}
