/** Builds elements without markup strings: what people wrote can only ever become text. */
type Child = Node | string | undefined | false;

/** `attributes` with the value `true` are set empty, `false` and `undefined` are left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** The element of a page that its script brings to life; a page without it is a fault of ours, said plainly. */
export function place(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-${name}]`);
  if (!found) throw new Error(`This page has no element with data-${name}.`);
  return found;
}

/** A labelled control, with an optional hint tied to it. */
export function field(
  label: string,
  control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  hint?: string,
): HTMLElement {
  const hintId = `${control.id}-hint`;
  if (hint) control.setAttribute('aria-describedby', hintId);
  return element(
    'div',
    { class: 'field' },
    element('label', { for: control.id }, label),
    hint ? element('span', { class: 'hint', id: hintId }, hint) : undefined,
    control,
  );
}

export function select(
  id: string,
  choices: readonly (readonly [value: string, text: string])[],
  value = '',
): HTMLSelectElement {
  const made = element(
    'select',
    { id, name: id },
    ...choices.map(([key, text]) => element('option', { value: key }, text)),
  );
  made.value = value || (choices[0]?.[0] ?? '');
  return made;
}

/** A group of radio buttons; `onChoice` gets the chosen value. */
export function radios(
  legend: string,
  name: string,
  choices: readonly (readonly [value: string, text: string])[],
  value: string,
  onChoice: (value: string) => void,
): HTMLFieldSetElement {
  const labels = choices.map(([key, text]) => {
    const input = element('input', { type: 'radio', name, value: key });
    input.checked = key === value;
    input.addEventListener('change', () => onChoice(key));
    return element('label', {}, input, text);
  });
  return element('fieldset', {}, element('legend', {}, legend), element('div', { class: 'choices' }, ...labels));
}
