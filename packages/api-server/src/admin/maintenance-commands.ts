/** Export, erasure, purge and a look at the whole. */
import { createWriteStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { ServiceSettings } from '../database/service-settings.ts';
import { exportPerson } from '../feedback/follow-feedback.ts';
import { exportFeedbackRows, toCsv, toJson } from '../maintenance/export-feedback.ts';
import { previewPurge, purge, type PurgeReport } from '../maintenance/purge.ts';
import { retentions } from '../maintenance/retention.ts';
import { instant, option, positions, usageError, type Command } from './command.ts';
import { findOpinion, serviceOption } from './find-opinion.ts';
import { findService, theService } from './find-service.ts';
import { record, table } from './table.ts';

const exportCommand: Command = {
  name: 'export',
  usage: '[--service ID] --format csv|json [--from DATE] [--to DATE] [--output FILE]',
  summary: 'Opinions of a service as a file, without e-mails',
  options: {
    ...serviceOption,
    format: { type: 'string', value: 'FORMAT', says: 'csv (for spreadsheets) or json' },
    from: { type: 'string', value: 'DATE', says: 'received on this day or later (UTC)' },
    to: { type: 'string', value: 'DATE', says: 'received before this day (UTC)' },
    output: { type: 'string', value: 'FILE', says: 'a new file; without it, the standard output' },
  },
  examples: ['spplus-admin export --format csv --from 2026-01-01 --to 2027-01-01 --output avis-2026.csv'],
  async run(context) {
    positions(context);
    const { db, options } = context;
    const format = option(options, 'format');
    if (format !== 'csv' && format !== 'json')
      throw usageError(`--format is csv or json${format === undefined ? '.' : `, not "${format}".`}`);
    const [from, to] = [instant(options, 'from'), instant(options, 'to')];
    if (from && to && from >= to) throw usageError('--from comes before --to.');
    const service = await theService(context);
    const output = option(options, 'output');
    if (output !== undefined && existsSync(output))
      throw usageError(`${output} exists. Choose another name, or move it away.`);
    const rows = exportFeedbackRows(db, { service, from, to });
    const text = format === 'csv' ? toCsv(rows) : toJson(rows);
    if (output === undefined) {
      for await (const part of text) await context.write(part);
      return;
    }
    // For the eyes of its owner: it holds what people wrote.
    await pipeline(Readable.from(text), createWriteStream(output, { mode: 0o600, flags: 'wx' }));
    context.answer({ output }, () => `Written to ${output}.`);
  },
};

const erase: Command = {
  name: 'erase',
  usage: 'REF [--service ID] [--yes]',
  summary: 'Erase one opinion for good, with its answers and history (RGPD, article 17)',
  options: { ...serviceOption, yes: { type: 'boolean', says: 'do not ask' } },
  examples: ['spplus-admin erase A7K3-M9QX'],
  async run(context) {
    const { REF } = positions(context, 'REF');
    const key = await findOpinion(context, REF);
    await context.confirm(`Erase ${key.reference} of ${key.service} for good, with its answers?`);
    await context.db
      .deleteFrom('feedback')
      .where('service_id', '=', key.service)
      .where('reference', '=', key.reference)
      .execute();
    context.answer({ ...key, erased: true }, () => `Erased ${key.reference}. Backups keep it until they expire.`);
  },
};

const personExport: Command = {
  name: 'person-export',
  usage: 'REF [--service ID]',
  summary: 'Everything held about one opinion, e-mail included, as JSON (RGPD, article 15)',
  options: serviceOption,
  examples: ['spplus-admin person-export A7K3-M9QX > answer-to-the-person.json'],
  async run(context) {
    const { REF } = positions(context, 'REF');
    const { db, now } = context;
    const { service, reference } = await findOpinion(context, REF);
    const { name, settings } = await findService(db, service);
    const file = await exportPerson(
      db,
      now,
      { id: service, name, settings: ServiceSettings.parse(settings), sites: new Set() },
      reference,
    );
    await context.write(`${JSON.stringify(file, null, 2)}\n`);
  },
};

const counts = (report: PurgeReport): string[] =>
  table(retentions, { COUNT: ({ name }) => report[name], WHAT: ({ says }) => says }, '');

const purgeCommand: Command = {
  name: 'purge',
  usage: '[--dry-run]',
  summary: 'Erase what is due now; servers do it by themselves',
  options: { 'dry-run': { type: 'boolean', says: 'count only' } },
  async run(context) {
    positions(context);
    const { db, now, options } = context;
    const dryRun = options['dry-run'] === true;
    const removed = dryRun ? await previewPurge(db, now) : await purge(db, now);
    context.answer({ dryRun, removed }, () => [dryRun ? 'Would be removed now:' : 'Removed:', ...counts(removed)]);
  },
};

const status: Command = {
  name: 'status',
  usage: '',
  summary: 'The database, what it holds, what waits, and the last purge',
  async run(context) {
    positions(context);
    const { db, database, now } = context;
    const { rows } = await sql<{ version: string; size: number }>`
      select current_setting('server_version') as version, pg_database_size(current_database()) as size`.execute(db);
    const byStatus = await db
      .selectFrom('feedback')
      .select(['status', sql<number>`count(*)`.as('count')])
      .groupBy('status')
      .execute();
    const count = (name: string): number => byStatus.find((row) => row.status === name)?.count ?? 0;
    const { services } = await db
      .selectFrom('service')
      .select(sql<number>`count(*)`.as('services'))
      .executeTakeFirstOrThrow();
    const oldest = await db
      .selectFrom('feedback')
      .select('received_at')
      .where('status', '=', 'pending')
      .orderBy('received_at')
      .executeTakeFirst();
    const lastPurge = await db
      .selectFrom('purge_run')
      .select(['at', 'removed'])
      .orderBy('at', 'desc')
      .executeTakeFirst();
    const due = await previewPurge(db, now);
    const [engine] = rows;
    const answer = {
      engine: database.kind,
      version: engine?.version,
      bytes: engine?.size,
      services,
      opinions: {
        pending: count('pending'),
        accepted: count('accepted'),
        refused: count('refused'),
        withdrawn: count('withdrawn'),
      },
      oldestPending: oldest?.received_at ?? null,
      lastPurge: lastPurge ?? null,
      due,
    };
    context.answer(answer, () =>
      record([
        [
          'database',
          `${database.kind}, PostgreSQL ${engine?.version ?? '?'}, ${((engine?.size ?? 0) / 1e6).toFixed(1)} MB`,
        ],
        ['services', services],
        ...Object.entries(answer.opinions),
        ['oldest pending', answer.oldestPending],
        [
          'last purge',
          lastPurge && `${lastPurge.at.toISOString().slice(0, 16).replace('T', ' ')}: ${said(lastPurge.removed)}`,
        ],
        ['due for purge', said(due)],
      ]),
    );
  },
};

const said = (removed: Record<string, number>): string =>
  Object.entries(removed)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'nothing';

export const maintenanceCommands: readonly Command[] = [exportCommand, personExport, erase, purgeCommand, status];
