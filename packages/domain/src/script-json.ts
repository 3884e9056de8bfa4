/** JSON that can stand in a script element of any page: no character of it can end the element, nor a line of a script. */
export const scriptJson = (content: unknown): string =>
  JSON.stringify(content).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
