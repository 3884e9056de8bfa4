/** Notes that bundlers leave to each other in the code: of no use to a page, which downloads them. */

const note = /\/\*\s*[@#]__[A-Z_]+__\s*\*\/ ?/g;

/** Between two words a note is also what keeps them apart: `return/* … *\/f()` with nothing left would be another word. */
export const withoutNotes = (code: string): string =>
  code.replace(note, (found: string, at: number) => {
    const [before = '', after = ''] = [code[at - 1], code[at + found.length]];
    return /[\w$]/.test(before) && /[\w$]/.test(after) ? ' ' : '';
  });
