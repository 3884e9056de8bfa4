/** Faults of configuration: told once in the console, and on the element for whoever inspects the page. */

/** `code` names the fault for a machine; the sentence names the attribute, what was found and what was expected. */
export function reportFault(element: Element, code: string, sentence: string): void {
  if (element.getAttribute('data-spplus-error') === code) return;
  element.setAttribute('data-spplus-error', code);
  console.error(`<${element.localName}> ${sentence}`, element);
}
