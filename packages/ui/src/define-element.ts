/** Guarded registration: the first that claims a tag keeps it, and a second one is said once rather than thrown. */
export function defineElement(
  tag: string,
  element: CustomElementConstructor,
  registry: CustomElementRegistry = customElements,
): void {
  const earlier = registry.get(tag);
  if (!earlier) registry.define(tag, element);
  else if (earlier !== element)
    console.warn(`<${tag}> is already registered by another script on this page; that one stays.`);
}
