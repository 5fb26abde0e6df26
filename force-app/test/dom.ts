import { createElement, type LightningElement } from 'lwc';
import { settled } from './server';

type Constructor = new () => LightningElement;

/** Puts a component on the page. */
export async function show<T extends object>(
  tag: string,
  is: Constructor,
  properties: T,
): Promise<HTMLElement & T> {
  const element = Object.assign(createElement(tag, { is }), properties) as unknown as HTMLElement &
    T;
  document.body.appendChild(element);
  await settled();
  return element;
}

/** The first match, also inside the shown components. Throws if there is none. */
export function find<T extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): T {
  const found = findAll<T>(root, selector)[0];
  if (!found) throw new Error(`nothing matches ${selector} in ${textOf(root)}`);
  return found;
}

export function findAll<T extends HTMLElement = HTMLElement>(
  root: HTMLElement,
  selector: string,
): T[] {
  return insides(root).flatMap((inside) => [...inside.querySelectorAll<T>(selector)]);
}

/** All readable text in order, including the labels of buttons. */
export function textOf(root: HTMLElement): string {
  return read(root.shadowRoot ?? root)
    .replace(/\s+/g, ' ')
    .trim();
}

function read(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  const element = node as HTMLElement & { label?: string; title?: string };
  if (element.tagName === 'LIGHTNING-BUTTON') return ` [${element.label}] `;
  const own = element.tagName === 'LIGHTNING-CARD' ? ` ${element.title} ` : '';
  const children =
    element.tagName === 'SLOT'
      ? (element as unknown as HTMLSlotElement).assignedNodes()
      : element.shadowRoot && element.tagName.startsWith('C-')
        ? [...element.shadowRoot.childNodes]
        : [...node.childNodes];
  return `${own}${children.map(read).join(' ')}`;
}

function insides(root: HTMLElement): ParentNode[] {
  const own = root.shadowRoot ?? root;
  const nested = [...own.querySelectorAll<HTMLElement>('*')].filter(
    (each) => each.tagName.startsWith('C-') && each.shadowRoot,
  );
  return [own, ...nested.flatMap(insides)];
}

export async function click(root: HTMLElement, selector: string): Promise<void> {
  find(root, selector).click();
  await settled();
}

export async function type(root: HTMLElement, selector: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(root, selector);
  field.value = value;
  field.dispatchEvent(new CustomEvent('input'));
  field.dispatchEvent(new CustomEvent('change'));
  await settled();
}

export const check = (root: HTMLElement, selector: string): Promise<void> =>
  tick(root, selector, true);
export const uncheck = (root: HTMLElement, selector: string): Promise<void> =>
  tick(root, selector, false);

async function tick(root: HTMLElement, selector: string, checked: boolean): Promise<void> {
  const field = find<HTMLInputElement>(root, selector);
  field.checked = checked;
  field.dispatchEvent(new CustomEvent('change'));
  await settled();
}

/** Presses a key with the focus on an element, or on none. */
export async function press(
  key: string,
  target: EventTarget = document.body,
  more: KeyboardEventInit = {},
): Promise<void> {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );
  await settled();
}

/** Lets the browser reach its next frame, and resumes what waits for it. */
export async function frame(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await settled();
}

/** The details of the events of this name that a component fires from now on. */
export function eventDetails<T>(element: HTMLElement, name: string): T[] {
  const details: T[] = [];
  element.addEventListener(name, (event) => details.push((event as CustomEvent<T>).detail));
  return details;
}
