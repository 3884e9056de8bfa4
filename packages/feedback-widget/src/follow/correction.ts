/** From an opinion already sent to a form that corrects it. */
import type { FeedbackFollowUp } from '@spplus/contract/feedback';
import type { Opinion } from '@spplus/contract/opinion';
import type { Correction, FeedbackMode, HeldReceipt } from '../feedback-part.ts';
import { noAnswers, type Answers, type Setting } from '../form/answers.ts';
import type { Outbox } from '../form/outbox.ts';

/** An opinion, as the fields of the form hold it. */
export function answersFrom({
  ratings,
  story,
  comment,
  date,
  procedure,
  channels,
  tags,
  speaker,
  pseudonym,
  email,
  publish,
}: Opinion): Answers {
  return {
    ratings: Object.fromEntries(ratings.map(({ question, value }) => [question, value])),
    comment: comment ?? '',
    title: story?.title ?? '',
    happened: story?.happened ?? '',
    wentWell: story?.wentWell ?? '',
    wentBadly: story?.wentBadly ?? '',
    date: date ?? '',
    procedure: procedure ?? '',
    channels: channels ?? [],
    tags: tags ?? [],
    speaker: speaker ?? '',
    pseudonym: pseudonym ?? '',
    email: email ?? '',
    publish,
  };
}

/** A story needs its steps, a word to the team its field, and a page its own question: the widget here may ask otherwise. */
function modeOf(
  { ratings, comment, story, date, channels, speaker, pseudonym }: Opinion,
  usual: FeedbackMode,
): FeedbackMode {
  if (ratings.some(({ question }) => question === 'page')) return 'page';
  if (story ?? date ?? channels ?? speaker ?? pseudonym) return 'experience';
  return comment || usual === 'page' ? 'inline' : usual;
}

/** Marks keep the scale they were given on, and the rest is sent as it was, not as this page would have it. */
const settingOf = ({ ratings, page, language }: Opinion): Partial<Setting> => ({
  scales: Object.fromEntries(ratings.map(({ question, scale }) => [question, scale])),
  questions: ratings
    .map(({ question }) => question)
    .filter((question) => question !== 'overall' && question !== 'page'),
  procedure: '',
  tags: [],
  page,
  language,
});

/** The server holds the opinion already: what is sent next corrects the version that the person saw. */
function outboxOf(receipt: HeldReceipt, followUp: FeedbackFollowUp): Outbox {
  const { version, receivedAt, answerBy, emailErasedAt, erasedAt } = followUp;
  return {
    version,
    receipt: {
      ...receipt,
      version,
      receivedAt,
      ...(answerBy && { answerBy }),
      ...(emailErasedAt && { emailErasedAt }),
      erasedAt,
    },
  };
}

/** An opinion that was erased begins anew. */
export const correctionOf = (receipt: HeldReceipt, followUp: FeedbackFollowUp, usual: FeedbackMode): Correction => ({
  answers: followUp.opinion ? answersFrom(followUp.opinion) : noAnswers,
  outbox: outboxOf(receipt, followUp),
  mode: followUp.opinion ? modeOf(followUp.opinion, usual) : usual,
  setting: followUp.opinion ? settingOf(followUp.opinion) : {},
});
