/** Texts made comparable: lower case, no accent, one kind of apostrophe and space. The length does not change. */

/** Unit by unit, so that a place in the folded text is the same place in the original; plain ASCII is only lowered. */
export const fold = (text: string): string => text.replace(/[^ -~]/g, foldUnit).toLowerCase();

function foldUnit(unit: string): string {
  if (unit === '’' || unit === 'ʼ') return "'";
  if (/\s/.test(unit)) return ' ';
  const base = unit.normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 ? base : unit;
}
