/** Builds elements and changes them in place. Text stays text: nothing here parses markup. */

export type Child = Node | string;
type Attributes = Readonly<Record<string, string | true | undefined>>;

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    setAttribute(element, name, value);
  }
  element.append(...children);
  return element;
}

/** Writes only changed text, so that a screen reader hears only changes. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets an attribute. `undefined` removes it, and `true` sets it without a value. */
export function setAttribute(
  element: Element,
  name: string,
  value: string | true | undefined,
): void {
  const text = value === true ? '' : value;
  if (text === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

export function show(element: HTMLElement, shown: boolean): void {
  if (element.hidden === shown) element.hidden = !shown;
}

/** Sets text, and hides the element if there is none. */
export function setOptional(element: HTMLElement, text: string | undefined): void {
  setText(element, text ?? '');
  show(element, text !== undefined && text !== '');
}
