/** Reading, moderating and answering opinions, with the same functions as the HTTP routes. */
import { readFile } from 'node:fs/promises';
import type { QueueItem } from '@spplus/contract/agent';
import { AnswerDraft, outcomes } from '@spplus/contract/answer';
import { feedbackStatuses } from '@spplus/contract/feedback';
import { Moderation, refusalReasons } from '@spplus/contract/moderation';
import { answerFeedback, readAnswer } from '../feedback/answer.ts';
import { moderate, readQueueItem } from '../feedback/moderation.ts';
import { listQueue } from '../feedback/queue.ts';
import { option, positions, usageError, wholeNumber, type Command, type Context, type Options } from './command.ts';
import { findOpinion, serviceOption } from './find-opinion.ts';
import { theService } from './find-service.ts';
import { excerpt, record, table } from './table.ts';

const agentOption = {
  type: 'string',
  value: 'NAME',
  says: 'who acts, written in the history (default "spplus-admin")',
} as const;
const agentOf = (options: Options): string => option(options, 'agent') ?? 'spplus-admin';

const wordsOf = ({ opinion }: QueueItem): string | undefined =>
  opinion?.story?.title ?? opinion?.comment ?? opinion?.procedure;
const marksOf = ({ opinion }: QueueItem): string =>
  (opinion?.ratings ?? []).map(({ question, scale, value }) => `${question} ${value} (${scale})`).join(', ');

const queue: Command = {
  name: 'queue',
  usage: '[--service ID] [--status STATUS] [--limit COUNT]',
  summary: 'Opinions that wait: distress and threats first, then the oldest',
  options: {
    ...serviceOption,
    status: { type: 'string', value: 'STATUS', says: `${feedbackStatuses.join(', ')} or all (default pending)` },
    limit: { type: 'string', value: 'COUNT', says: 'how many at most (default 50)' },
  },
  examples: ['spplus-admin queue', 'spplus-admin queue --service mairie-exemple --status all --json'],
  async run(context) {
    positions(context);
    const service = await theService(context);
    const limit = wholeNumber(context.options, 'limit') ?? 50;
    if (limit < 1 || limit > 1000) throw usageError('--limit is between 1 and 1000.');
    const wanted = option(context.options, 'status') ?? 'pending';
    const status = feedbackStatuses.find((one) => one === wanted);
    if (!status && wanted !== 'all')
      throw usageError(`"${wanted}" is not a status. Choose among ${feedbackStatuses.join(', ')}, all.`);
    const { items, next } = await listQueue(context.db, { service, status, limit });
    context.answer({ service, items, more: next !== undefined }, () => [
      ...table(
        items,
        {
          REFERENCE: (item) => item.reference,
          RECEIVED: (item) => new Date(item.receivedAt),
          STATUS: (item) => item.status,
          FLAGS: (item) => item.flags.join(','),
          ANSWER: (item) => (item.answers.length > 0 ? 'given' : item.wishesAnswer ? 'wished' : ''),
          MARKS: (item) => excerpt(marksOf(item), 28),
          WORDS: (item) => excerpt(wordsOf(item), 50),
        },
        wanted === 'all' ? `No opinion in ${service}.` : `Nothing ${wanted} in ${service}.`,
      ),
      ...(next === undefined ? [] : [`There are more: add --limit ${Math.min(1000, limit * 4)}.`]),
    ]);
  },
};

const show: Command = {
  name: 'show',
  usage: 'REF [--service ID]',
  summary: 'One opinion in full, e-mail left out',
  options: serviceOption,
  async run(context) {
    const { REF } = positions(context, 'REF');
    const key = await findOpinion(context, REF);
    const item = await readQueueItem(context.db, key);
    context.answer(item, () => describe(key.service, item));
  },
};

function describe(service: string, item: QueueItem): string[] {
  const { opinion, refusal, answers } = item;
  const story = opinion?.story;
  const entries: [string, string | number | boolean | Date | undefined][] = [
    ['service', service],
    ['reference', item.reference],
    ['version', item.version],
    ['status', item.status],
    ['received', new Date(item.receivedAt)],
    ['flags', item.flags.join(', ')],
    ['marks', marksOf(item)],
    ['comment', opinion?.comment],
    ['title', story?.title],
    ['happened', story?.happened],
    ['went well', story?.wentWell],
    ['went badly', story?.wentBadly],
    ['date', opinion?.date],
    ['procedure', opinion?.procedure],
    ['channels', opinion?.channels?.join(', ')],
    ['tags', opinion?.tags?.join(', ')],
    ['pseudonym', opinion?.pseudonym],
    ['page', opinion?.page],
    ['may be published', opinion?.publish],
    ['published', item.publishedAt && new Date(item.publishedAt)],
    ['answer wished', item.wishesAnswer],
    ['refused', refusal && `${refusal.reason}${refusal.message ? `: ${refusal.message}` : ''}`],
    ...answers.map(({ outcome, body, signature, useful }): [string, string] => [
      'answer',
      `${body} (${signature}, ${outcome}${useful === undefined ? '' : useful ? ', useful' : ', not useful'})`,
    ]),
  ];
  return record(entries.filter(([, value]) => value !== undefined && value !== ''));
}

const versionOption = {
  version: { type: 'string', value: 'N', says: 'the version you read; another one in between is refused' },
} as const;

async function decide(context: Context, reference: string, decision: Record<string, unknown>): Promise<void> {
  const { db, options, now } = context;
  const key = await findOpinion(context, reference);
  const version = wholeNumber(options, 'version') ?? (await readQueueItem(db, key)).version;
  const moderation = Moderation.parse({ ...decision, version });
  await db
    .transaction()
    .execute((transaction) => moderate(transaction, now, { ...key, agent: agentOf(options), moderation }));
  const item = await readQueueItem(db, key);
  context.answer(item, () => `${item.reference} is ${item.status}${item.publishedAt ? ' and published' : ''}.`);
}

const accept: Command = {
  name: 'accept',
  usage: 'REF [--service ID]',
  summary: 'Accept an opinion; its story is published if the person agreed',
  options: { ...serviceOption, ...versionOption, agent: agentOption },
  examples: ['spplus-admin accept A7K3-M9QX'],
  async run(context) {
    const { REF } = positions(context, 'REF');
    await decide(context, REF, { decision: 'accept' });
  },
};

const refuse: Command = {
  name: 'refuse',
  usage: 'REF --reason REASON [--message TEXT]',
  summary: 'Refuse an opinion; the person is told why',
  options: {
    ...serviceOption,
    reason: { type: 'string', value: 'REASON', says: refusalReasons.join(', ') },
    message: { type: 'string', value: 'TEXT', says: 'a sentence to the person: what to change' },
    ...versionOption,
    agent: agentOption,
  },
  examples: ['spplus-admin refuse A7K3-M9QX --reason personal-data --message "Retirez le nom de l’agent."'],
  async run(context) {
    const { REF } = positions(context, 'REF');
    const given = option(context.options, 'reason');
    const reason = refusalReasons.find((one) => one === given);
    if (!reason)
      throw usageError(
        `--reason is one of ${refusalReasons.join(', ')}${given === undefined ? '.' : `, not "${given}".`}`,
      );
    const message = option(context.options, 'message');
    if (message !== undefined && (message.length === 0 || message.length > 2000))
      throw usageError('--message has 1 to 2000 characters.');
    await decide(context, REF, { decision: 'refuse', reason, ...(message !== undefined && { message }) });
  },
};

const answer: Command = {
  name: 'answer',
  usage: 'REF --signature NAME --outcome OUTCOME (--body TEXT | --file PATH)',
  summary: 'Answer an opinion',
  options: {
    ...serviceOption,
    body: { type: 'string', value: 'TEXT', says: 'the answer, 5000 characters at most' },
    file: { type: 'string', value: 'PATH', says: 'or a file that holds it; "-" reads the standard input' },
    signature: { type: 'string', value: 'NAME', says: 'who answers, as shown to people' },
    outcome: { type: 'string', value: 'OUTCOME', says: outcomes.join(', ') },
    agent: agentOption,
  },
  examples: ['spplus-admin answer A7K3-M9QX --signature "Service état civil" --outcome fixed --file answer.txt'],
  async run(context) {
    const { REF } = positions(context, 'REF');
    const { db, options, now } = context;
    const given = option(options, 'outcome');
    const outcome = outcomes.find((one) => one === given);
    if (!outcome)
      throw usageError(`--outcome is one of ${outcomes.join(', ')}${given === undefined ? '.' : `, not "${given}".`}`);
    const draft = AnswerDraft.safeParse({
      body: await bodyOf(context),
      signature: option(options, 'signature') ?? '',
      outcome,
    });
    if (!draft.success) {
      throw usageError(
        draft.error.issues.some(({ path }) => path[0] === 'signature')
          ? '--signature is needed, 120 characters at most: who answers, as shown to people.'
          : 'The answer has 1 to 5000 characters.',
      );
    }
    const key = await findOpinion(context, REF);
    const id = await db
      .transaction()
      .execute((transaction) =>
        answerFeedback(transaction, now, { ...key, agent: agentOf(options), draft: draft.data }),
      );
    context.answer(await readAnswer(db, key, id), () => `Answered ${key.reference}.`);
  },
};

async function bodyOf({ options, readInput }: Context): Promise<string> {
  const body = option(options, 'body');
  const file = option(options, 'file');
  if ((body === undefined) === (file === undefined))
    throw usageError('Give the answer by --body or by --file, one of them.');
  if (body !== undefined) return body;
  const text = file === '-' ? await readInput() : await readFile(file ?? '', 'utf8');
  return text.trim();
}

export const feedbackCommands: readonly Command[] = [queue, show, accept, refuse, answer];
