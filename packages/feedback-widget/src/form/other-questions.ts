/** The questions after the first one. */
import type { Question } from '@spplus/contract/opinion-terms';
import { choiceGroup } from '@spplus/ui/form-choice';
import { msg } from '@spplus/ui/localize';
import type { TemplateResult } from 'lit';
import { scaleOf, type Answers } from './answers.ts';
import type { FormContext } from './form-gestures.ts';
import { marksHint, stepsFor } from './rating-templates.ts';

/** The official wordings of commitment 6 of Services Publics+; that of an online procedure is ours. */
function questionText(question: Question): string {
  switch (question) {
    case 'delay':
      return msg(
        'Avez-vous été satisfait du délai de traitement / prise en charge de votre demande / démarche par ce service public\u202F?',
        { id: 'form-delay' },
      );
    case 'access':
      return msg('A-t-il été facile d’entrer en contact avec ce service public\u202F?', { id: 'form-access' });
    case 'effort':
      return msg('Estimez-vous qu’il a été simple de réaliser votre/vos démarches auprès de ce service public\u202F?', {
        id: 'form-effort',
      });
    case 'relation':
      return msg('Estimez-vous avoir été accueilli avec bienveillance et respect par ce service public\u202F?', {
        id: 'form-relation',
      });
    default:
      return msg('Quelle note donnez-vous à la démarche en ligne\u202F?', { id: 'form-online' });
  }
}

const otherRating = (question: Question, { ratings }: Answers, { setting, gestures }: FormContext): TemplateResult =>
  choiceGroup({
    id: question,
    legend: questionText(question),
    optional: msg('facultatif', { id: 'form-optional' }),
    hint: scaleOf(question, setting) === 'ten' ? marksHint() : undefined,
    type: 'radio',
    choices: stepsFor(question, setting).map(({ value, label }) => ({ value: String(value), label })),
    chosen: ratings[question] === undefined ? [] : [String(ratings[question])],
    onChange: ([value]) => gestures.onRate(question, Number(value)),
  });

export const otherRatings = (answers: Answers, context: FormContext): TemplateResult[] =>
  context.setting.questions.map((question) => otherRating(question, answers, context));
