import { h } from './dom.ts';
import { say } from './words.ts';

export interface Navigation {
  readonly element: HTMLElement;
  /** Marks the tab of the page that is shown now. */
  showPage(pathname: string): void;
}

/**
 * The app's tabs in one row. Those for which there is no room are in the menu "More", as in
 * Lightning Experience. `note` stands behind them.
 */
export function createNavigation(
  tabs: readonly (readonly [label: string, path: string])[],
  note?: string,
): Navigation {
  const links = tabs.map(([label, href]) => h('a', { href, class: 'page-tab' }, label));
  const row = h('div', { class: 'page-tabs' }, ...links);
  const menu = h('div', { class: 'page-more-menu', id: 'page-more-menu', hidden: true });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'page-tab page-more-button',
      'aria-expanded': 'false',
      'aria-controls': menu.id,
      onclick: () => open(Boolean(menu.hidden)),
    },
    `${say('More')} ▾`,
  );
  const more = h('div', { class: 'page-more', hidden: true }, button, menu);
  const element = h(
    'nav',
    { class: 'page-nav', 'aria-label': 'App' },
    h('span', { class: 'page-app-name' }, 'Dealside Sales'),
    row,
    more,
    note !== undefined && h('span', { class: 'page-sample' }, note),
  );

  function open(isOpen: boolean): void {
    menu.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  }

  /** Moves the last tabs into the menu until the others fit. */
  function fit(): void {
    row.append(...links);
    more.hidden = true;
    const widths = links.map((link) => link.getBoundingClientRect().width);
    const fits = (count: number): boolean =>
      widths.slice(0, count).reduce((sum, width) => sum + width, 0) <= row.clientWidth;
    let shown = links.length;
    if (!fits(shown)) {
      more.hidden = false;
      while (shown > 0 && !fits(shown)) shown--;
    }
    menu.replaceChildren(...links.slice(shown));
    if (more.hidden) open(false);
  }

  more.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || menu.hidden) return;
    open(false);
    button.focus();
  });
  more.addEventListener('focusout', (event) => {
    if (!more.contains(event.relatedTarget as Node | null)) open(false);
  });
  menu.addEventListener('click', () => open(false));
  new ResizeObserver(fit).observe(element);

  return {
    element,
    showPage(pathname) {
      for (const link of links)
        if ((link as HTMLAnchorElement).pathname === pathname)
          link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
    },
  };
}
