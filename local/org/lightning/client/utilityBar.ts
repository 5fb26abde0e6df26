import type { ExposedComponents } from './components.ts';
import { h, icon } from './dom.ts';

/**
 * The bar at the bottom of every page. A closed panel stays in the page, so that a call continues.
 */
export function utilityBar(components: ExposedComponents): HTMLElement {
  const items = components.on('lightning__UtilityBar');
  const panel = h(
    'section',
    { class: 'page-utility-panel', 'aria-label': 'Softphone', hidden: true },
    ...items,
  );
  const button = h(
    'button',
    {
      class: 'page-utility-button',
      'aria-expanded': 'false',
      onclick: () => set(panel.hasAttribute('hidden')),
    },
    icon('utility:call', 'x-small'),
    h('span', {}, 'Softphone'),
  );

  function set(open: boolean): void {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  }
  // Stands in for the utility bar API, with which a component opens its panel.
  panel.addEventListener('utilityopen', () => set(true));
  return h('footer', { class: 'page-utility' }, panel, items.length > 0 && button);
}
