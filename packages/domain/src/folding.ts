/** Texts made comparable: lower case, no accent, one kind of apostrophe and space. The length does not change. */

/** Folds character by character, so that a place in the folded text is the same place in the original. */
export const fold = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => foldUnit(text.charAt(index))).join('');

function foldUnit(unit: string): string {
  if (unit === '’' || unit === 'ʼ') return "'";
  if (/\s/.test(unit)) return ' ';
  const base = unit.normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 ? base : unit;
}
