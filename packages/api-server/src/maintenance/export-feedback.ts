/** The opinions of a service as files for its team: everything but e-mails, oldest first, read in small batches. */
import type { Flag } from '@spplus/contract/agent';
import type { Answer } from '@spplus/contract/answer';
import type { FeedbackStatus } from '@spplus/contract/feedback';
import type { RefusalReason } from '@spplus/contract/moderation';
import { questions, type Opinion } from '@spplus/contract/opinion';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { answerOf, answersOf, publishedOf, refusalOf } from '../feedback/feedback-row.ts';

export interface ExportedFeedback {
  reference: string;
  status: FeedbackStatus;
  receivedAt: string;
  updatedAt: string;
  publishedAt?: string;
  wishesAnswer: boolean;
  flags: Flag[];
  /** Absent once withdrawn or erased. */
  opinion?: Omit<Opinion, 'email'>;
  refusal?: { reason: RefusalReason; message?: string };
  answers: Answer[];
}

export interface ExportRange {
  service: string;
  /** Received at this instant or later. */
  from?: Date | undefined;
  /** Received before this instant. */
  to?: Date | undefined;
}

const batch = 500;

export async function* exportFeedbackRows(
  db: Kysely<Schema>,
  { service, from, to }: ExportRange,
): AsyncGenerator<ExportedFeedback> {
  // Instants have microseconds in the database and milliseconds in JavaScript: the cursor stays text.
  let after: { at: string; reference: string } | undefined;
  for (;;) {
    let query = db
      .selectFrom('feedback')
      .selectAll()
      .select(sql<string>`received_at::text`.as('position'))
      .where('service_id', '=', service)
      .orderBy('received_at')
      .orderBy('reference')
      .limit(batch);
    if (from) query = query.where('received_at', '>=', from);
    if (to) query = query.where('received_at', '<', to);
    if (after)
      query = query.where(sql<boolean>`(received_at, reference) > (${after.at}::timestamptz, ${after.reference})`);
    const rows = await query.execute();
    const answers = await answersOf(db, service, rows);
    for (const row of rows) {
      yield {
        reference: row.reference,
        status: row.status,
        receivedAt: row.received_at.toISOString(),
        updatedAt: row.updated_at.toISOString(),
        ...publishedOf(row),
        wishesAnswer: row.email !== null,
        flags: row.flags,
        ...(row.opinion && { opinion: row.opinion }),
        ...refusalOf(row),
        answers: (answers.get(row.reference) ?? []).map(answerOf),
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = { at: last.position, reference: last.reference };
  }
}

type Cell = string | number | boolean | undefined;

/** Column → cell. A mark is two columns, the value and its scale: marks of different scales are never mixed. */
const columns: readonly (readonly [string, (row: ExportedFeedback) => Cell])[] = [
  ['reference', (row) => row.reference],
  ['status', (row) => row.status],
  ['receivedAt', (row) => row.receivedAt],
  ['updatedAt', (row) => row.updatedAt],
  ['publishedAt', (row) => row.publishedAt],
  ...questions.flatMap((question) => {
    const rating = (row: ExportedFeedback) => row.opinion?.ratings.find((one) => one.question === question);
    return [
      [question, (row: ExportedFeedback) => rating(row)?.value],
      [`${question}Scale`, (row: ExportedFeedback) => rating(row)?.scale],
    ] as const;
  }),
  ['comment', (row) => row.opinion?.comment],
  ['title', (row) => row.opinion?.story?.title],
  ['happened', (row) => row.opinion?.story?.happened],
  ['wentWell', (row) => row.opinion?.story?.wentWell],
  ['wentBadly', (row) => row.opinion?.story?.wentBadly],
  ['date', (row) => row.opinion?.date],
  ['procedure', (row) => row.opinion?.procedure],
  ['channels', (row) => row.opinion?.channels?.join('; ')],
  ['tags', (row) => row.opinion?.tags?.join('; ')],
  ['speaker', (row) => row.opinion?.speaker],
  ['pseudonym', (row) => row.opinion?.pseudonym],
  ['pagePath', (row) => row.opinion?.page],
  ['language', (row) => row.opinion?.language],
  ['publish', (row) => row.opinion?.publish],
  ['wishesAnswer', (row) => row.wishesAnswer],
  ['flags', (row) => row.flags.join('; ')],
  ['refusalReason', (row) => row.refusal?.reason],
  ['refusalMessage', (row) => row.refusal?.message],
  ['answers', (row) => row.answers.length],
  ['lastAnswer', (row) => row.answers.at(-1)?.body],
  ['lastOutcome', (row) => row.answers.at(-1)?.outcome],
  ['lastAnsweredAt', (row) => row.answers.at(-1)?.answeredAt],
  ['lastUseful', (row) => row.answers.at(-1)?.useful],
];

/** A spreadsheet would run a cell that starts so; an apostrophe makes it text (OWASP, "CSV Injection"). */
const formula = /^[\s]*[=+\-@\t\r\n＝＋－＠]/;

export function csvCell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** RFC 4180, in UTF-8 with the mark by which spreadsheets know it. One string per line. */
export async function* toCsv(rows: AsyncIterable<ExportedFeedback>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(columns.map(([name]) => name))}`;
  for await (const row of rows) yield csvLine(columns.map(([, cell]) => cell(row)));
}

/** One JSON array, an opinion a line. */
export async function* toJson(rows: AsyncIterable<ExportedFeedback>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
