/** What a person has said so far, as the fields hold it, and the opinion that it makes. */
import type { Channel, Opinion, Question, Rating, Scale, Speaker } from '@spplus/contract/opinion';

/** Fields of free text, where personal data may slip in. */
export const textNames = ['comment', 'title', 'happened', 'wentWell', 'wentBadly'] as const;
export type TextName = (typeof textNames)[number];

/** The longest that the contract takes, in UTF-16 code units. */
export const textLimits: Readonly<Record<TextName, number>> = {
  comment: 2000,
  title: 120,
  happened: 5000,
  wentWell: 2000,
  wentBadly: 2000,
};

export interface Answers extends Readonly<Record<TextName, string>> {
  readonly ratings: Readonly<Partial<Record<Question, number>>>;
  /** `2026-10`, or empty. */
  readonly date: string;
  readonly procedure: string;
  readonly channels: readonly Channel[];
  readonly tags: readonly string[];
  readonly speaker: Speaker | '';
  readonly pseudonym: string;
  readonly email: string;
  readonly publish: boolean;
}

export const noAnswers: Answers = {
  ratings: {},
  comment: '',
  title: '',
  happened: '',
  wentWell: '',
  wentBadly: '',
  date: '',
  procedure: '',
  channels: [],
  tags: [],
  speaker: '',
  pseudonym: '',
  email: '',
  publish: false,
};

/** How much is left of a text, once it is so near its end that it is worth saying. */
export function nearlyFull(name: TextName, text: string): number | undefined {
  const left = textLimits[name] - text.length;
  return left > textLimits[name] / 20 ? undefined : left;
}

/** What the page settles, and is sent with each opinion. */
export interface Setting {
  scale: Scale;
  /** Asked after the first one. */
  questions: readonly Question[];
  procedure: string;
  tags: readonly string[];
  /** Path of the page in `page` mode. */
  page: string | undefined;
  language: string;
  /** Scales of marks already given, when an opinion is corrected. */
  scales?: Readonly<Partial<Record<Question, Scale>>>;
}

export function scaleOf(question: Question, { scale, scales }: Pick<Setting, 'scale' | 'scales'>): Scale {
  if (question === 'page') return 'two';
  return scales?.[question] ?? (question === 'online' ? 'ten' : scale);
}

const ratingsOf = ({ ratings }: Answers, setting: Setting): Rating[] =>
  (Object.entries(ratings) as [Question, number][]).map(([question, value]) => ({
    question,
    scale: scaleOf(question, setting),
    value,
  }));

/** Only the ratings and what the page settles: what may leave at a first gesture, before anything typed was checked. */
export function gestureOf(answers: Answers, setting: Setting): Opinion {
  const { procedure, tags, page, language } = setting;
  return {
    ratings: ratingsOf(answers, setting),
    ...(procedure && { procedure }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(page && { page }),
    publish: false,
    language,
  };
}

/** The whole opinion. Empty fields are left out. */
export function opinionOf(answers: Answers, setting: Setting): Opinion {
  const { comment, title, happened, wentWell, wentBadly, date, channels, speaker, pseudonym, email, publish } = answers;
  const procedure = setting.procedure || answers.procedure.trim();
  const tags = [...new Set([...setting.tags, ...answers.tags])];
  return {
    ...gestureOf(answers, setting),
    ...(comment.trim() && { comment: comment.trim() }),
    ...(title.trim() && {
      story: {
        title: title.trim(),
        happened: happened.trim(),
        ...(wentWell.trim() && { wentWell: wentWell.trim() }),
        ...(wentBadly.trim() && { wentBadly: wentBadly.trim() }),
      },
    }),
    ...(date && { date }),
    ...(procedure && { procedure }),
    ...(channels.length > 0 && { channels: [...channels] }),
    ...(tags.length > 0 && { tags }),
    ...(speaker && { speaker }),
    ...(pseudonym.trim() && { pseudonym: pseudonym.trim() }),
    ...(email.trim() && { email: email.trim() }),
    publish: publish && title.trim() !== '',
  };
}

/** Did the person say more than ratings? */
export const hasMore = (answers: Answers): boolean =>
  textNames.some((name) => answers[name].trim() !== '') ||
  [answers.date, answers.procedure, answers.speaker, answers.pseudonym, answers.email].some(
    (value) => value.trim() !== '',
  ) ||
  answers.channels.length + answers.tags.length > 0;

export const hasStory = ({ title, happened, wentWell, wentBadly }: Answers): boolean =>
  [title, happened, wentWell, wentBadly].some((value) => value.trim() !== '');
