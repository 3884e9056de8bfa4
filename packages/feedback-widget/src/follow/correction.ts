/** From an opinion already sent to a form that corrects it. */
import type { FeedbackFollowUp } from '@spplus/contract/feedback';
import type { Opinion } from '@spplus/contract/opinion';
import type { Correction, HeldReceipt } from '../feedback-part.ts';
import { noAnswers, type Answers } from '../form/answers.ts';
import type { Outbox } from '../form/outbox.ts';

/** An opinion, as the fields of the form hold it. */
export function answersFrom({ ratings, story, comment, date, procedure, channels, tags, speaker, pseudonym, email, publish }: Opinion): Answers {
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
export const correctionOf = (receipt: HeldReceipt, followUp: FeedbackFollowUp): Correction => ({
  answers: followUp.opinion ? answersFrom(followUp.opinion) : noAnswers,
  outbox: outboxOf(receipt, followUp),
});
