type Child = Node | string | undefined | false;
type Attributes = Record<string, string | boolean | ((event: Event) => void) | undefined>;

/** Creates an element with attributes, `on…` listeners and children. */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
  return element;
}

/** Creates an SLDS button. A `text` button looks like a link. */
export function button(
  text: string,
  tone: 'neutral' | 'brand' | 'success' | 'destructive' | 'text',
  { act, more = {} }: { readonly act: () => void; readonly more?: Record<string, string> },
): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: `slds-button ${tone === 'text' ? '' : `slds-button_${tone}`}`,
      onclick: act,
      ...more,
    },
    text,
  );
}
