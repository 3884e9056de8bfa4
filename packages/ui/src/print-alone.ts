/** Prints one element on its sheet, without the page around it. Loaded when somebody asks for it. */

const mark = 'data-spplus-print';

/** Opens the browser's print dialog. Inside another component, where the page's rules do not reach, the page is printed whole. */
export function printAlone(element: Element): void {
  const { ownerDocument } = element;
  if (element.getRootNode() === ownerDocument) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@media print { body *:not([${mark}], :has([${mark}])) { display: none !important; } }`);
    ownerDocument.adoptedStyleSheets.push(sheet);
    element.setAttribute(mark, '');
    const whole = () => {
      element.removeAttribute(mark);
      ownerDocument.adoptedStyleSheets = ownerDocument.adoptedStyleSheets.filter((one) => one !== sheet);
    };
    globalThis.addEventListener('afterprint', whole, { once: true });
  }
  print();
}
