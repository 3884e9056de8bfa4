/** Answers to one question, counted by step of its scale. */

/** How a question is answered: no / yes, three steps with a neutral one, four without, a mark from 1 to 10. */
export type AnswerScale = 'two' | 'three' | 'four' | 'ten';

/** `counts`: answers by step, from the worst to the best. */
export type Distribution = { readonly scale: AnswerScale; readonly counts: readonly number[] };

/** First step that counts as satisfied, last that counts as dissatisfied; a mark of 8 or more is the threshold of commitment 6. */
const sides: Readonly<Record<AnswerScale, readonly [steps: number, positive: number, negative?: number]>> = {
  two: [2, 2, 1],
  three: [3, 3, 1],
  four: [4, 3, 2],
  ten: [10, 8],
};

export const stepsOf = (scale: AnswerScale): number => sides[scale][0];

/** Answers, those that are satisfied, and those that are not: undefined on a scale of marks, which has no agreed line for them. */
export type Tally = { readonly n: number; readonly positive: number; readonly negative: number | undefined };

export function tally({ scale, counts }: Distribution): Tally {
  const [steps, first, last] = sides[scale];
  const sum = (from: number, to: number) => counts.slice(from - 1, to).reduce((total, count) => total + count, 0);
  return { n: sum(1, steps), positive: sum(first, steps), negative: last === undefined ? undefined : sum(1, last) };
}

/** Whole, not negative, one for each step, at least one answer. */
export const isDistribution = ({ scale, counts }: Distribution): boolean =>
  counts.length === stepsOf(scale) &&
  counts.every((count) => Number.isSafeInteger(count) && count >= 0) &&
  counts.some((count) => count > 0);
