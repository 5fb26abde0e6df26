import { currentLocale } from './words.ts';

type Child = Node | string | undefined | false;
type Attributes = Record<string, string | boolean | ((event: Event) => void) | undefined>;

/** Creates an element: attributes, `on…` listeners, children. */
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

/** An icon of the Lightning Design System. */
export function icon(name: string, size = 'small', tone = ''): HTMLElement {
  const [category, symbol] = name.split(':') as [string, string];
  const box = h('span', {
    class: `slds-icon_container ${category === 'utility' ? tone : `slds-icon-${category}-${symbol.replaceAll('_', '-')}`}`,
  });
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute(
    'class',
    `slds-icon slds-icon_${size} ${category === 'utility' ? 'slds-icon-text-default' : ''}`,
  );
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `/assets/icons/${category}-sprite/svg/symbols.svg#${symbol}`);
  svg.append(use);
  box.append(svg);
  return box;
}

/** The first letters of a name, at most two. */
export const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part[0])
    .join('')
    .slice(0, 2)
    .toUpperCase();

/** An amount in a currency, US dollars by default; empty when there is none. */
export const money = (amount: unknown, currency: unknown = 'USD'): string =>
  typeof amount === 'number'
    ? amount.toLocaleString(currentLocale(), {
        style: 'currency',
        currency: String(currency),
        maximumFractionDigits: 0,
      })
    : '';

/** A date as the person writes it; empty when there is none. */
export const day = (date: unknown): string =>
  date
    ? new Date(`${String(date).slice(0, 10)}T12:00:00`).toLocaleDateString(currentLocale(), {
        month: 'short',
        day: 'numeric',
        year: 'numeric',
      })
    : '';
