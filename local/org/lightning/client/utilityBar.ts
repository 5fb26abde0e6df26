import type { ExposedComponents } from './components.ts';
import { h, icon } from './dom.ts';
import type { Platform, UtilityAttributes, UtilityItems } from './platform.ts';

interface Item {
  readonly panel: HTMLElement;
  readonly button: HTMLElement;
  attributes: UtilityAttributes;
}

/**
 * The bar at the bottom of every page, from the app's page of type UtilityBar. A closed panel stays
 * in the page, so that a call continues. One panel is open at a time. An item's component is
 * created when its panel is first opened, or at once if the item starts automatically.
 */
export function utilityBar(platform: Platform, components: ExposedComponents): HTMLElement {
  const items = new Map<string, Item>();

  function set(id: string, isOpen: boolean): void {
    for (const [other, { panel, button }] of items) {
      const opens = other === id && isOpen;
      if (other !== id && !isOpen) continue;
      panel.hidden = !opens;
      button.setAttribute('aria-expanded', String(opens));
    }
  }

  function draw({ button, attributes: { label, icon: name, highlighted } }: Item): void {
    button.classList.toggle('page-utility-button_highlighted', highlighted === true);
    button.replaceChildren(icon(`utility:${name ?? 'call'}`, 'x-small'), h('span', {}, label));
  }

  const parts = components.utilityItems().map(({ tag, label, icon: name, isEager }, n) => {
    const id = `utility${n}`;
    const panel = h('section', { class: 'page-utility-panel', 'aria-label': label, hidden: true });
    const button = h('button', {
      class: 'page-utility-button',
      'aria-expanded': 'false',
      onclick: () => toggle(),
    });
    const item: Item = { panel, button, attributes: { label, icon: name, highlighted: false } };
    items.set(id, item);
    // A component reads the item that it belongs to while it is created.
    const make = (): void => {
      platform.utilityBeingMade = id;
      panel.append(components.make(tag));
      platform.utilityBeingMade = undefined;
    };
    const toggle = (): void => {
      if (panel.childElementCount === 0) make();
      set(id, Boolean(panel.hidden));
    };
    draw(item);
    if (isEager) queueMicrotask(make);
    return [panel, button];
  });

  const known = (id: string): Item => {
    const item = items.get(id);
    if (!item) throw new Error(`there is no utility ${id}`);
    return item;
  };
  const bar: UtilityItems = {
    open(id) {
      known(id);
      set(id, true);
    },
    minimize(id) {
      known(id);
      set(id, false);
    },
    update(id, attributes) {
      const item = known(id);
      item.attributes = { ...item.attributes, ...attributes };
      draw(item);
    },
    size(id, { width, height }) {
      const { style } = known(id).panel;
      if (width) style.setProperty('--panel-width', `${width}px`);
      if (height) style.setProperty('--panel-height', `${height}px`);
    },
  };
  Object.assign(platform, { utilityBar: bar });
  return h('footer', { class: 'page-utility' }, ...parts.flat());
}
